import { ConfigFault, readConfig, type Config } from '../config/config.js';
import { lookAtDatabase } from './checks/database.js';
import { lookAtMachine } from './checks/machine.js';
import { lookAtOdds } from './checks/odds.js';
import { lookAtMessengers } from './checks/messengers.js';
import { lookAtOwnership } from './checks/ownership.js';
import { lookAtPortal } from './checks/portal.js';
import { lookAtRedis } from './checks/redis.js';
import { lookForRisks } from './checks/risks.js';
import { lookAtSettings } from './checks/settings.js';
import { lookAtSms } from './checks/sms.js';
import { lookAtSmsTexts } from './checks/sms-texts.js';
import type { CliCommand, Shell } from './command.js';
import { counted, fault, tableOf, type CheckResult } from './finding.js';

const json = '--json';

export const doctor: CliCommand = {
  name: 'doctor',
  does: 'looks at everything the bot needs, and says what to do',
  options: [json],
  usage: [
    { words: '', does: 'changes nothing; exit code 1 where a fault was found' },
    { words: json, does: 'the same for programs: faults, warnings, and each finding' },
  ],
  run: async (shell, how) => {
    const findings = await examine(shell);
    const count = (state: CheckResult['state']) => findings.filter((one) => one.state === state).length;
    const [faults, warnings] = [count('fault'), count('warning')];
    const sum = `\n${counted(faults, 'fault')}, ${counted(warnings, 'warning')}`;
    if (how === json) shell.say(JSON.stringify({ faults, warnings, findings }, null, 2));
    else for (const line of [...tableOf(findings), sum]) shell.say(line);
    return faults > 0 ? 1 : 0;
  },
};

async function examine(shell: Shell): Promise<CheckResult[]> {
  const read = settings(shell);
  if (Array.isArray(read)) return read;
  const looks = [
    lookAtDatabase(read, shell),
    lookAtRedis(read),
    lookAtMessengers(read, shell),
    lookAtSms(read, shell),
    lookAtPortal(read, shell),
    lookAtOwnership(read),
    lookAtMachine(read, shell.clock),
  ];
  return [
    ...lookAtSettings(shell.env()),
    ...(await Promise.all(looks)).flat(),
    ...lookAtSmsTexts(read),
    ...lookForRisks(read, shell.env()),
    ...lookAtOdds(read.policy),
  ];
}

function settings({ env }: Shell): Config | CheckResult[] {
  try {
    return readConfig(env());
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return error.faults.map((text) => fault('settings', text, 'see the settings in docs/settings.md'));
  }
}
