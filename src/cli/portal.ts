import { parseArgs } from 'node:util';
import { ConfigFault } from '../config/config.js';
import { httpPortal } from '../config/portal.js';
import { readGroup } from '../config/setting.js';
import { makeProbe } from '../portal/conformance/probe.js';
import { portalRules, rulesAfterChange, type Tried } from '../portal/conformance/rules.js';
import { misused, type CliCommand, type Shell } from './command.js';

export const portalCommand: CliCommand = {
  name: 'portal',
  subcommands: ['check'],
  takesOperands: true,
  does: 'holds a portal against docs/portal-api.yaml',
  usage: [
    {
      words: 'check --account CODE',
      does: 'puts the password of this test account back and may lock it, one line a rule',
    },
    {
      words: 'check --account CODE --again ID',
      does: 'after its password was changed: the order of that run once more',
    },
  ],
  run: async (shell, _subcommand, operands) => {
    const asked = readOperands(operands);
    return asked ? check(shell, asked) : misused;
  },
};

interface Asked {
  account: string;
  /** The id of an order of an earlier run, since when the password was changed. */
  again?: string | undefined;
}

function readOperands(args: readonly string[]): Asked | null {
  try {
    const options = { account: { type: 'string' }, again: { type: 'string' } } as const;
    const { account, again } = parseArgs({ args: [...args], options }).values;
    return account ? { account, again } : null;
  } catch {
    return null;
  }
}

/** One line a rule; 1 when one of them is broken. A portal's developers need no other settings than its own. */
async function check({ env, say, clock, random }: Shell, { account, again }: Asked): Promise<number> {
  const settings = readGroup(httpPortal, env());
  if (!settings.ok) throw new ConfigFault(settings.faults);
  const probe = makeProbe({ settings: settings.value, account, clock, random });
  const tried: Tried = { probe, clock, done: again ?? probe.newId(), named: [] };
  let [kept, broken] = [0, 0];
  for (const rule of again === undefined ? portalRules : rulesAfterChange) {
    if (rule.needs && !tried.named.includes(rule.needs)) continue;
    const found = await rule.broken(tried);
    say(`${found === null ? 'kept  ' : 'BROKEN'}  ${rule.promise}`);
    if (found !== null) say(`        -> it was: ${found}`);
    if (found === null) kept += 1;
    else broken += 1;
    if (probe.types.size === 0) return nobodyAnswers(say);
  }
  say(`\n${kept} rules kept, ${broken} broken (docs/portal-api.yaml)`);
  if (again === undefined && broken === 0) say(lastRule(account, tried));
  return broken > 0 ? 1 : 0;
}

function nobodyAnswers(say: Shell['say']): number {
  say(
    '\nNobody answers there: check PORTAL_API_URL, the network, and the certificate. Nothing more was tried.',
  );
  return 1;
}

const lastRule = (account: string, { done: id, named }: Tried): string =>
  `${named.includes('lock-account') ? `The account ${account} is locked now: open it at the portal.\n` : ''}` +
  `One rule needs you: sign in as ${account}, change the password, and run\n  ramzyar portal check --account ${account} --again ${id}`;
