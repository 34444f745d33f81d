import type { StaffEvent } from '../../staff/events.js';
import type { Message, Messages } from '../../chat/reply.js';

/** As much of the chain's head as a person compares with what `/audit verify` shows. */
const shownOfHash = 16;

/** What yesterday was like, and where the trail stands. */
export function renderDigest(digest: StaffEvent & { kind: 'staff-digest' }): Messages {
  const { at, done, givenBack, waiting, codes, delivered, cost, requests, head } = digest;
  return [
    { kind: 'digest-title', at },
    {
      lines: [
        { kind: 'digest-recoveries', done, givenBack, waiting },
        { kind: 'digest-codes', codes, delivered },
        ...(cost === null ? [] : [{ kind: 'digest-cost', cost }]),
        { kind: 'digest-requests', requests },
      ],
    },
    { lines: refusalLines(digest.refusals) },
    ...(digest.credit.length > 0 ? [{ lines: creditLines(digest.credit) }] : []),
    head
      ? { kind: 'digest-head', place: head.sequence, head: head.hash.slice(0, shownOfHash) }
      : 'digest-no-head',
  ];
}

type DigestEvent = StaffEvent & { kind: 'staff-digest' };

const refusalLines = (refusals: DigestEvent['refusals']): Message[] =>
  refusals.length === 0
    ? ['digest-no-refusals']
    : [
        'digest-refusals',
        ...refusals.map(({ kind, count }) => ({
          kind: 'digest-refusal',
          reason: { kind: `chart-refusal-${kind}` },
          count,
        })),
      ];

const creditLines = (credit: DigestEvent['credit']): Message[] =>
  credit.map(({ name, left, unit }) => ({
    kind: 'digest-credit',
    provider: { kind: `sms-provider-${name}` },
    left,
    unit,
  }));
