import { PasswordReset } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { sealWaiting } from '../../src/audit/sealer.js';
import { newLines } from '../../src/audit/writer.js';
import type { App } from '../../src/app/app.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import type { Random } from '../../src/random.js';
import type { CastMember } from '../cast.js';
import { enterStrangers } from './strangers.js';
import { leftBehind } from './traces.js';
import { castVisits, strangersVisits } from './visits.js';

export interface PastParts {
  app: Pick<App, 'inTransaction' | 'services' | 'keyring'>;
  cast: readonly CastMember[];
  clock: Clock;
  random: Random;
  /** The bot's own id on Telegram. */
  bot: number;
}

/** Rows of the days before today and of its first hours, so that what tells of the past has something to tell. Everybody in them is invented. */
export async function writePast({ app, cast, clock, random, bot }: PastParts): Promise<void> {
  const now = clock.now();
  const today = dayInTehran(now);
  await app.inTransaction(async (tx) => {
    const { members } = app.services(tx);
    const strangers = strangersVisits(now);
    await enterStrangers(members, strangers, today);
    const traces = [];
    for (const visit of [...castVisits(cast, today), ...strangers].sort(
      (one, other) => +one.at - +other.at,
    )) {
      const member = visit.insuredCode === null ? null : await members.byInsuredCode(visit.insuredCode);
      const cover = member && (await members.coverAt(member.id, visit.at));
      const whose = { memberId: member?.id ?? null, coverageId: cover?.id ?? null };
      traces.push(leftBehind(visit, { ...whose, random, bot }));
    }
    const lines = traces.flatMap(({ lines }) => lines).map((entry) => ({ entry, keyring: app.keyring }));
    for (let from = 0; from < lines.length; from += atOnce)
      await newLines.write(tx, lines.slice(from, from + atOnce));
    await insert(
      tx,
      SmsMessage,
      traces.flatMap(({ messages }) => messages),
    );
    await insert(
      tx,
      PasswordReset,
      traces.flatMap(({ resets }) => resets),
    );
  });
  // It has long been sealed: nobody who looks at once finds a trail that is still to come.
  await sealWaiting(app.inTransaction, app.keyring);
}

/** As many as a statement bears. */
const atOnce = 100;

async function insert<Row extends object>(
  tx: Transaction,
  entity: new () => Row,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(from, from + atOnce))
      .execute();
  }
}
