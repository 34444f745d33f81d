import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditEvent, refusalOf, vocabulary, type AuditReason } from '../../src/audit/vocabulary.js';
import { startOfDay } from '../../src/calendar/tehran.js';
import { steps, type Counted } from '../../src/reports/stats.js';
import { onBothDatabases } from '../support/both-databases.js';
import { from, to, reported, writeDown, type Happening, type History } from './histories.js';
import { clerksDays, clerksNeededNone, clerksRefusals, clerksSms, clerksSteps } from './clerk.js';

const reasons = Object.keys(vocabulary) as AuditReason[];

onBothDatabases('the numbers of a report', (harness) => {
  it('are those that a patient clerk would count, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await writeDown(harness(), history);
        const stats = await reported(harness(), from, to);
        expect(stats.reached).toEqual(clerksSteps(history));
        expect(stats.neededNone).toBe(clerksNeededNone(history));
        expect(stats.days).toEqual(clerksDays(history));
        expect(stats.sms).toEqual(clerksSms(history));
        expect(sizes(stats.refusals)).toEqual(sizes(clerksRefusals(history)));
      }),
      { numRuns: 40 },
    );
  });

  it('of steps never grow on the way, and end with the recoveries of all days', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await writeDown(harness(), history);
        const { reached, days } = await reported(harness(), from, to);
        const inOrder = steps.map((step) => reached[step]);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
        expect(reached.done).toBe(days.reduce((sum, { done }) => sum + done, 0));
      }),
      { numRuns: 20 },
    );
  });
});

const moment = fc
  .oneof(fc.integer({ min: -120, max: 2 * 1_440 + 120 }), fc.constantFrom(0, 1_440, 2 * 1_440))
  .map((minutes) => new Date(startOfDay(from).getTime() + minutes * 60_000));

const histories: fc.Arbitrary<History> = fc.record({
  happenings: fc
    .array(
      fc.record({
        reason: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom(
              ...([...refusedFor(), 'code-sent', 'code-right', 'pair-matched'] as const),
            ),
          },
          { weight: 1, arbitrary: fc.constantFrom(...reasons) },
        ),
        chat: fc.integer({ min: 1, max: 8 }),
        member: fc.integer({ min: 1, max: 4 }),
        at: moment,
      }),
      { maxLength: 60 },
    )
    .map((all) => all.map(asItWouldBe)),
  resets: fc.array(
    fc.record({
      chat: fc.integer({ min: 1, max: 8 }),
      member: fc.integer({ min: 1, max: 4 }),
      at: moment,
      state: fc.constantFrom('done', 'done', 'given-back', 'unknown'),
    }),
    { maxLength: 12 },
  ),
  messages: fc.array(
    fc.record({
      state: fc.constantFrom('accepted', 'refused', 'doubt'),
      delivery: fc.constantFrom('queued', 'sent', 'delivered', 'undelivered', 'blacklisted', 'unknown'),
      priceRials: fc.option(fc.integer({ min: 0, max: 5_000 })),
      sentAt: moment,
    }),
    { maxLength: 12 },
  ),
});

function refusedFor(): AuditReason[] {
  return reasons.filter((reason) => refusalOf.has(auditEvent(reason)));
}

const foundByItself: AuditReason[] = [
  'sms-refused',
  'sms-undelivered',
  'reset-given-back',
  'reset-with-staff',
];

/** A pair that nobody has names no member; what the house finds by itself, no chat. */
function asItWouldBe(happening: Happening): Happening {
  const { reason, member } = happening;
  if (reason === 'no-match' && member === 1) return { ...happening, member: null };
  if (foundByItself.includes(reason)) return { ...happening, chat: null };
  return happening;
}

/** Of two groups of one size, either may be the one that is merged. */
const sizes = (groups: Counted['refusals']) =>
  groups.map(({ kind, count }) => (kind === 'other' ? `other: ${count}` : `${count}`)).sort();
