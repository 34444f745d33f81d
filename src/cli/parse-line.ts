import type { CliCommand } from './command.js';

/** What somebody has typed behind `ramzyar`. `envFile`: null for `.env` of this folder. */
export type Line =
  | {
      kind: 'run';
      command: CliCommand;
      subcommand: string;
      operands: readonly string[];
      envFile: string | null;
    }
  | { kind: 'version' }
  /** `command`: null for all of them. */
  | { kind: 'help'; command: CliCommand | null }
  | { kind: 'fault'; fault: string; command: CliCommand | null };

const helpOptions = ['--help', '-h'];
const envFileOption = '--env-file';

export function parseLine(typed: readonly string[], commands: readonly CliCommand[]): Line {
  const { words, envFile } = takeEnvFile(typed);
  if (envFile === '') return faulty(`${envFileOption} needs the name of a file.`);
  const [name, ...rest] = words;
  const byName = (wanted?: string): CliCommand | null => commands.find((one) => one.name === wanted) ?? null;
  if (name === undefined || name === 'help' || helpOptions.includes(name))
    return rest[0] === undefined || byName(rest[0])
      ? { kind: 'help', command: byName(rest[0]) }
      : faulty(unknown(rest[0]));
  if (name === '--version') return rest.length === 0 ? { kind: 'version' } : faulty(tooMuch(name, rest));
  const command = byName(name);
  if (!command) return faulty(unknown(name));
  if (rest.some((word) => helpOptions.includes(word))) return { kind: 'help', command };
  const fault = faultIn(command, rest);
  if (fault) return faulty(fault, command);
  const [subcommand = '', ...operands] = rest;
  return { kind: 'run', command, subcommand, operands, envFile };
}

/** The words without `--env-file FILE` (or `--env-file=FILE`), which may stand anywhere; empty where it names none. */
function takeEnvFile(typed: readonly string[]): { words: readonly string[]; envFile: string | null } {
  const at = typed.findIndex((word) => word === envFileOption || word.startsWith(`${envFileOption}=`));
  const option = typed[at];
  if (option === undefined) return { words: typed, envFile: null };
  const apart = option === envFileOption;
  return {
    words: typed.toSpliced(at, apart ? 2 : 1),
    envFile: apart ? (typed[at + 1] ?? '') : option.slice(envFileOption.length + 1),
  };
}

function faultIn(
  { name, subcommands, takesOperands, options = [] }: CliCommand,
  rest: readonly string[],
): string | null {
  const [subcommand, ...operands] = rest;
  if (!subcommands) {
    const odd = rest.filter((word, at) => !options.includes(word) || at > 0);
    return odd.length > 0 ? tooMuch(name, odd, options) : null;
  }
  if (subcommand === undefined)
    return `“${name}” needs one of these words behind it: ${subcommands.join(', ')}.`;
  if (!subcommands.includes(subcommand))
    return `“${name}” does not know “${subcommand}”, only: ${subcommands.join(', ')}.`;
  return operands.length > 0 && !takesOperands ? tooMuch(`${name} ${subcommand}`, operands) : null;
}

const faulty = (fault: string, command: CliCommand | null = null): Line => ({
  kind: 'fault',
  fault,
  command,
});

const unknown = (word: string): string =>
  word.startsWith('-') ? `There is no option “${word}”.` : `There is no command “${word}”.`;

const tooMuch = (name: string, words: readonly string[], options: readonly string[] = []): string =>
  options.length > 0
    ? `Only ${options.join(' or ')} may follow “${name}”, and not “${words.join(' ')}”.`
    : `Nothing follows “${name}”, and not “${words.join(' ')}”.`;
