import { FluentNumber, FluentType, type FluentFunction, type FluentValue } from '@fluent/bundle';
import { foldDigits } from '../identity/digits.js';
import { instantAs, type InstantForm } from './instants.js';
import type { Locale } from './words.js';

/** A moment handed to a sentence; where the sentence names no form, it reads as day and time. */
export class Instant extends FluentType<Date> {
  constructor(
    moment: Date,
    private readonly locale: Locale,
  ) {
    super(moment);
  }

  override toString(): string {
    return instantAs('daytime', this.locale, this.value);
  }
}

/**
 * What sentences may call. `DAY`, `MONTHDAY`, `CLOCK` and `DAYTIME` take a moment (a date, or epoch milliseconds);
 * `SECONDS`, `MINUTES` and `HOURS` take a duration in milliseconds and count begun units as whole ones;
 * `COUNT` groups the thousands of a number of people, rows, messages or rials; `LATIN` keeps Latin digits where somebody copies or dials.
 */
export function makeFunctions(locale: Locale): Record<string, FluentFunction> {
  const as =
    (form: InstantForm): FluentFunction =>
    ([moment]) =>
      instantAs(form, locale, toDate(moment));
  const begun =
    (unitMs: number): FluentFunction =>
    ([duration]) =>
      new FluentNumber(Math.max(0, Math.ceil(toNumber(duration) / unitMs)), { useGrouping: false });
  return {
    DAY: as('day'),
    MONTHDAY: as('monthday'),
    CLOCK: as('clock'),
    DAYTIME: as('daytime'),
    SECONDS: begun(1_000),
    MINUTES: begun(60_000),
    HOURS: begun(3_600_000),
    COUNT: ([value]) => grouped(value),
    LATIN: ([value]) => latin(value),
  };
}

function toDate(value: FluentValue | undefined): Date {
  if (value instanceof Instant) return value.value;
  return new Date(toNumber(value));
}

function toNumber(value: FluentValue | undefined): number {
  if (value instanceof FluentNumber) return value.value;
  throw new TypeError('a blank that should be a number or a moment is not');
}

function grouped(value: FluentValue | undefined): FluentValue {
  return typeof value === 'string' ? value : new FluentNumber(toNumber(value), { useGrouping: true });
}

function latin(value: FluentValue | undefined): string {
  if (typeof value === 'string') return foldDigits(value);
  return String(toNumber(value));
}
