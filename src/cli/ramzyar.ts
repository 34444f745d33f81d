import { ConfigFault } from '../config/config.js';
import { describeError } from '../safe-error.js';
import { admin } from './admin.js';
import { misused, type CliCommand, type Shell } from './command.js';
import { doctor } from './doctor.js';
import { keys } from './keys.js';
import { members } from './members.js';
import { migrateCommand } from './migrate.js';
import { portalCommand } from './portal.js';
import { restored } from './restored.js';
import { startCommand } from './start.js';
import { webhookCommand } from './webhook.js';

const commands: readonly CliCommand[] = [
  startCommand,
  doctor,
  migrateCommand,
  webhookCommand,
  portalCommand,
  keys,
  members,
  admin,
  restored,
];

/** Does what the words ask for. Returns the exit code: 0 well, 1 not, 2 not understood. */
export async function ramzyar(words: readonly string[], shell: Shell): Promise<number> {
  const [name = '', deed = '', ...rest] = words;
  if (name === '--version' && words.length === 1) return sayVersion(shell);
  const command = commands.find((one) => one.name === name);
  const known = command?.subcommands ? command.subcommands.includes(deed) : deed === '';
  const understood = known && (command?.operand !== undefined || rest.length === 0);
  if (!command || !understood) return explain(shell, ['', 'help', '--help', '-h'].includes(name));
  try {
    const code = await command.run(shell, deed, rest);
    return code === misused ? explain(shell, false) : code;
  } catch (error) {
    if (error instanceof ConfigFault) shell.say(error.message);
    else shell.say(`Failed: ${error instanceof Error ? error.message : describeError(error)}`);
    return 1;
  }
}

function sayVersion({ say, version }: Shell): number {
  say(version);
  return 0;
}

function explain({ say }: Shell, asked: boolean): number {
  say('Usage: ramzyar <command>\n');
  for (const { name, subcommands, operand, does } of commands) {
    say(`  ${[name, subcommands?.join('|'), operand].filter(Boolean).join(' ').padEnd(42)}${does}`);
  }
  say(`  ${'--version'.padEnd(42)}says which version this is`);
  return asked ? 0 : misused;
}
