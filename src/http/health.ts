/** `degraded`: members are served, and somebody should look; `down`: they are not. */
export interface Health {
  status: 'ok' | 'degraded' | 'down';
  reasons: string[];
}

/** How much is waiting, and how much went wrong for good. */
export type Depths = Record<
  'inbox_waiting' | 'inbox_parked' | 'outbox_waiting' | 'outbox_failed' | 'outbox_doubt',
  number
>;

export interface HealthParts {
  depths: () => Promise<Depths>;
  /** What somebody has found amiss and written down, in words for operators. */
  problems: () => Promise<string[]>;
  /** Each says what is amiss, or null. */
  checks: readonly (() => string | null)[];
}

export async function readHealth({ depths, problems, checks }: HealthParts): Promise<Health> {
  const reasons = checks.map((worry) => worry()).filter((reason) => reason !== null);
  const read = await Promise.all([depths(), problems()]).catch(() => null);
  if (!read) return { status: 'down', reasons: ['the database is out of reach', ...reasons] };
  const [{ inbox_parked: parked }, troubles] = read;
  reasons.push(...troubles);
  if (parked > 0) reasons.push(`${parked} updates are parked`);
  return { status: reasons.length > 0 ? 'degraded' : 'ok', reasons };
}
