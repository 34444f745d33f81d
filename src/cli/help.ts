import type { CliCommand, Usage } from './command.js';

const options: readonly Usage[] = [
  { words: '--env-file FILE', does: 'reads the settings from this file (under those of the environment)' },
  { words: '--help', does: 'says more of a command' },
  { words: '--version', does: 'says which version this is' },
];

/** Every command in a line. */
export const allHelp = (commands: readonly CliCommand[]): string[] => [
  'Usage: ramzyar [--env-file FILE] <command>\n',
  ...commands.map(({ name, subcommands = [], does }) =>
    row({ words: [name, subcommands.join('|')].filter(Boolean).join(' '), does }),
  ),
  '',
  ...options.map(row),
];

/** One command, each way to write it. */
export const helpOf = ({ name, does, usage }: CliCommand): string[] => [
  `ramzyar ${name} ${does}.\n`,
  ...usage.map((one) => row({ ...one, words: [name, one.words].filter(Boolean).join(' ') })),
];

const wordsWidth = 46;

const row = ({ words, does }: Usage): string => `  ${words.padEnd(wordsWidth)}${does}`;
