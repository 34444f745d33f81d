import type { ImportRun } from '../../entities/import-run.js';
import type { Found } from './findings.js';
import type { Finding } from './reading.js';
import type { Reason } from './reasons.js';

/** One kind of what was found in a list and is worth a look: how many times, and the first of them. */
export interface NoticeKind {
  count: number;
  first: Found;
}

/** All that a run knows of, the most frequent first. */
export function noticeKindsOf({ noticeKinds }: Pick<ImportRun, 'noticeKinds'>): NoticeKind[] {
  return noticeKinds === null ? [] : (JSON.parse(noticeKinds) as NoticeKind[]);
}

/** The same, with what was found in further rows. */
export function withNotices(
  seen: Pick<ImportRun, 'noticeKinds'>,
  rows: readonly { line: number; notices: readonly Finding[] }[],
): string | null {
  const kinds = new Map<Reason, NoticeKind>(noticeKindsOf(seen).map((kind) => [kind.first.reason, kind]));
  for (const { line, notices } of rows) {
    for (const notice of notices) {
      const kind = kinds.get(notice.reason);
      if (kind) kind.count += 1;
      else kinds.set(notice.reason, { count: 1, first: { ...notice, line } });
    }
  }
  const sorted = [...kinds.values()].sort((one, other) => other.count - one.count);
  return sorted.length === 0 ? null : JSON.stringify(sorted);
}
