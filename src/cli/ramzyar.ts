import { ConfigFault } from '../config/config.js';
import { describeError } from '../safe-error.js';
import { admin } from './admin.js';
import { misused, type CliCommand, type Shell } from './command.js';
import { doctor } from './doctor.js';
import { allHelp, helpOf } from './help.js';
import { keys } from './keys.js';
import { members } from './members.js';
import { migrateCommand } from './migrate.js';
import { parseLine, type Line } from './parse-line.js';
import { portalCommand } from './portal.js';
import { restored } from './restored.js';
import { startCommand } from './start.js';
import { webhookCommand } from './webhook.js';

const commands: readonly CliCommand[] = [
  startCommand,
  doctor,
  migrateCommand,
  webhookCommand,
  keys,
  members,
  admin,
  portalCommand,
  restored,
];

/** Does what the words ask for. Returns the exit code: 0 well, 1 not, 2 not understood. */
export async function ramzyar(words: readonly string[], shell: Shell): Promise<number> {
  const line = parseLine(words, commands);
  switch (line.kind) {
    case 'version':
      return sayAll(shell, [shell.version]);
    case 'help':
      return sayAll(shell, line.command ? helpOf(line.command) : allHelp(commands));
    case 'fault':
      return notUnderstood(shell, line.fault, line.command);
    case 'run':
      return run(shell, line);
  }
}

async function run(shell: Shell, line: Line & { kind: 'run' }): Promise<number> {
  const { command, subcommand, operands, envFile } = line;
  const own = { ...shell, env: () => shell.env(envFile ?? undefined) };
  try {
    const code = await command.run(own, subcommand, operands);
    return code === misused ? notUnderstood(shell, operandsFault(line), command) : code;
  } catch (error) {
    if (error instanceof ConfigFault) shell.complain(error.message);
    else shell.complain(`Failed: ${error instanceof Error ? error.message : describeError(error)}`);
    return 1;
  }
}

function operandsFault({ command, subcommand, operands }: Line & { kind: 'run' }): string {
  const name = `“${command.name} ${subcommand}”`;
  if (operands.length === 0) return `${name} needs more behind it.`;
  return `${name} makes nothing of “${operands.join(' ')}”.`;
}

function sayAll({ say }: Shell, lines: readonly string[]): number {
  for (const line of lines) say(line);
  return 0;
}

/** What was wrong, and how it is written: on stderr, so that nobody takes it for an answer. */
function notUnderstood({ complain }: Shell, fault: string, command: CliCommand | null): number {
  complain(`${fault}\n`);
  for (const line of command ? helpOf(command) : allHelp(commands)) complain(line);
  return misused;
}
