import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is said with each status that this stand-in can give; the numbers are the vendor's. The HTTP status mirrors it. */
const said = {
  200: 'پذیرفته شد',
  402: 'انجام نشد',
  403: 'کلید شناخته نشد',
  404: 'چنین متدی نیست',
  406: 'یک پارامتر لازم نیامده است',
  411: 'گیرنده درست نیست',
  413: 'متن تهی یا بیش از اندازه بلند است',
  418: 'اعتبار کافی نیست',
  424: 'چنین الگویی نیست',
  431: 'ساختار کد درست نیست',
} as const;

export type KavenegarFault = Exclude<keyof typeof said, 200>;

/** A refusal by its status, or the entries of an answer. */
export type Reply = KavenegarFault | object;

/** A body in the vendor's shape, and the HTTP status that goes with it. */
type Said = [body: object, status: ContentfulStatusCode];

export const answer = (reply: Reply): Said =>
  typeof reply === 'number'
    ? fault(reply)
    : [{ return: { status: 200, message: said[200] }, entries: reply }, 200];

export const fault = (status: KavenegarFault): Said => [
  { return: { status, message: said[status] }, entries: null },
  status,
];
