import { ConfigFault } from '../config/config.js';
import { faultOf } from '../fault.js';
import type { CliCommand, Shell } from './command.js';
import { doctor } from './doctor.js';
import { keys } from './keys.js';
import { migrateCommand } from './migrate.js';
import { start } from './start.js';
import { webhook } from './webhook.js';

const commands: readonly CliCommand[] = [start, doctor, migrateCommand, webhook, keys];

const misused = 2;

/** Does what the words ask for. Returns the exit code: 0 well, 1 not, 2 not understood. */
export async function ramzyar(words: readonly string[], shell: Shell): Promise<number> {
  const [name = '', deed = '', ...rest] = words;
  const command = commands.find((one) => one.name === name);
  const understood = rest.length === 0 && (command?.deeds ? command.deeds.includes(deed) : deed === '');
  if (!command || !understood) return explain(shell, ['', 'help', '--help', '-h'].includes(name));
  try {
    return await command.run(shell, deed);
  } catch (error) {
    if (error instanceof ConfigFault) shell.say(error.message);
    else shell.say(`Failed: ${error instanceof Error ? error.message : faultOf(error)}`);
    return 1;
  }
}

function explain({ say }: Shell, asked: boolean): number {
  say('Usage: ramzyar <command>\n');
  for (const { name, deeds, does } of commands) {
    say(`  ${[name, deeds?.join('|')].filter(Boolean).join(' ').padEnd(26)}${does}`);
  }
  return asked ? 0 : misused;
}
