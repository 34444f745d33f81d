import type { SmsReceived } from '../../stubs/sms.js';

/** What has come to every phone, in its order. */
export interface Phones {
  receive(sms: SmsReceived): void;
  codes(mobile: string): readonly string[];
  notices(mobile: string): number;
  /** Of all phones together. */
  total(): { codes: number; notices: number };
}

export function makePhones(arrived: (mobile: string) => void): Phones {
  const codes = new Map<string, string[]>();
  const notices = new Map<string, number>();
  return {
    receive({ mobile, code }) {
      if (code === null) notices.set(mobile, (notices.get(mobile) ?? 0) + 1);
      else codes.set(mobile, [...(codes.get(mobile) ?? []), code]);
      arrived(mobile);
    },
    codes: (mobile) => codes.get(mobile) ?? [],
    notices: (mobile) => notices.get(mobile) ?? 0,
    total: () => ({
      codes: [...codes.values()].reduce((sum, { length }) => sum + length, 0),
      notices: [...notices.values()].reduce((sum, count) => sum + count, 0),
    }),
  };
}
