import type { Account } from '../../playground/emulator/account.js';
import type { PlayedStage } from '../../playground/stage.js';
import { referenceAlphabet } from '../../src/reference.js';
import { firstLine, type Walk } from '../support/walk.js';
import type { Nuisance } from './nuisances.js';

/** A place of the dialogue where an answer is awaited. */
export interface Step {
  where: string;
  onRecord: boolean;
  portalWaits?: boolean;
  /** Its sentences about texts that do not fit begin so, or it has one for all. */
  sentences: string;
  /** How many digits it wants. */
  wanted?: number;
  /** What is a nuisance elsewhere, and an answer here. */
  takes?: string;
  reach: (way: Walk) => Promise<unknown>;
  answer?: (way: Walk) => void;
  /** What the right answer leads to. */
  next: (way: Walk) => Promise<unknown>;
}

const asFarAsId = async (way: Walk): Promise<void> => {
  await way.begin();
  await way.givesCode();
};

const asFarAs = (question: string) => async (way: Walk) => {
  await asFarAsId(way);
  way.givesId();
  await way.hears(question);
};

export const steps: readonly Step[] = [
  {
    where: 'the insured code',
    onRecord: true,
    sentences: 'insured-code',
    reach: (way) => way.begin(),
    next: (way) => way.givesCode(),
  },
  {
    where: 'the national ID',
    onRecord: true,
    sentences: 'national-id',
    reach: asFarAsId,
    answer: (way) => void way.givesId(),
    next: (way) => way.isAskedForTheCode(),
  },
  {
    where: 'the portal’s answer',
    onRecord: true,
    portalWaits: true,
    sentences: 'still-checking',
    reach: asFarAs('asking-portal'),
    next: (way) => way.isAskedForTheCode(),
  },
  {
    where: 'the mobile',
    onRecord: false,
    sentences: 'mobile',
    wanted: 11,
    takes: 'a contact without its owner',
    reach: asFarAs('ask-mobile'),
    answer: (way) => void way.chat.shareContact(),
    next: (way) => way.isAskedForTheCode(),
  },
  {
    where: 'the code',
    onRecord: true,
    sentences: 'code',
    wanted: 5,
    reach: async (way) => {
      await asFarAsId(way);
      way.givesId();
      await way.isAskedForTheCode();
    },
    next: async (way) => {
      await way.typesTheCode();
      await way.isBackIn();
    },
  },
];

/** The sentence that is to help whoever sends this here. */
export function helpIn({ where, sentences, wanted = 0 }: Step, { hears, amongContacts }: Nuisance): string {
  if (typeof hears !== 'string') {
    const ownWords = sentences === 'still-checking' ? sentences : `${sentences}-${hears.misfit}`;
    return firstLine(ownWords, { typed: 4_096, wanted });
  }
  const contact = amongContacts !== undefined || hears === 'came-unexpected';
  if (where === 'the mobile' && amongContacts) return firstLine(amongContacts);
  return firstLine(contact && sentences === 'still-checking' ? sentences : hears);
}

/** Every call of the bot about this chat, as it stood on the wire. */
export const callsTo = ({ emulator }: Pick<PlayedStage, 'emulator'>, { chatId }: Account): string =>
  emulator
    .calls()
    .filter(({ payload }) => String(payload.chat_id) === String(chatId))
    .map(({ method, payload }) => `${method} ${JSON.stringify({ ...payload, chat_id: 0 })}`)
    .join('\n');

/** What a sentence gives to ask support by. Throws where it gives none. */
export function referenceIn(text: string): string {
  const [reference] = new RegExp(`\\b[${referenceAlphabet}]{8}\\b`).exec(text) ?? [];
  if (!reference) throw new Error(`there is no reference in:\n${text}`);
  return reference;
}
