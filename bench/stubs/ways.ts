/** A member as they are played. */
export interface Person {
  insuredCode: string;
  nationalId: string;
  mobile: string;
}

/** By which words a member knows what they are asked for; what the bot says contains them. */
export interface Marks {
  insuredCode: string;
  nationalId: string;
  mobile: string;
  code: string;
  /** The address behind the button with which somebody who is back in signs in. */
  done: string;
}

/** What a member says, and the words after which they go on; null: whatever comes. */
interface Step {
  says: keyof Person | 'code' | `/${string}`;
  until: keyof Marks | null;
}

/** `first`: from the first hello, with no number on record. `known`: with one, from /reset. */
export type WayName = 'first' | 'known';

export const ways: Readonly<Record<WayName, readonly Step[]>> = {
  first: [
    { says: '/start', until: null },
    { says: '/reset', until: 'insuredCode' },
    { says: 'insuredCode', until: 'nationalId' },
    { says: 'nationalId', until: 'mobile' },
    { says: 'mobile', until: 'code' },
    { says: 'code', until: 'done' },
  ],
  known: [
    { says: '/reset', until: 'insuredCode' },
    { says: 'insuredCode', until: 'nationalId' },
    { says: 'nationalId', until: 'code' },
    { says: 'code', until: 'done' },
  ],
};
