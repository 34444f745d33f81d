import { holds, type Attack, type Damage, type Played } from './attack.js';
import { openLab, type Lab } from './lab.js';
import type { Options } from './options.js';
import { heading, lineOf, summary } from './table.js';
import type { Database } from './town/databases.js';
import type { TownPlan } from './town/town.js';

export interface LabRun {
  attacks: readonly Attack[];
  database: Database;
  options: Options;
  print: (line: string) => void;
  /** A town for one attack; the product among stubs without it. */
  open?: (database: Database, seed: string, plan?: TownPlan) => Promise<Lab>;
}

/** Plays the attacks one after the other, each in a town of its own, and prints what came of them. The exit code: 1 if a bound broke. */
export async function playAll({
  attacks,
  database,
  options,
  print,
  open = openLab,
}: LabRun): Promise<number> {
  const wanted = attacks.filter(({ row }) => options.only?.includes(row) ?? true);
  heading(database.name, options).forEach(print);
  const played: Played[] = [];
  for (const attack of wanted) {
    const one = await play(attack, () => open(database, `${options.seed} ${attack.row}`, attack.plan));
    played.push(one);
    lineOf(one, options.smsPrice).forEach(print);
  }
  summary(played, options.smsPrice).forEach(print);
  return played.every(holds) ? 0 : 1;
}

const nothing: Damage = { through: NaN, minutes: null, sms: 0 };

async function play(attack: Attack, open: () => Promise<Lab>): Promise<Played> {
  const begun = Date.now();
  const end = (damage: Damage, fault: string | null): Played => ({
    ...damage,
    ...{ attack, fault, seconds: (Date.now() - begun) / 1_000 },
  });
  let lab: Lab | null = null;
  try {
    lab = await open();
    return end(await attack.plays(lab), null);
  } catch (error) {
    return end(nothing, firstLines(error));
  } finally {
    await lab?.close();
  }
}

const firstLines = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 12).join('\n  ');
