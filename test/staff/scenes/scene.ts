import { PasswordReset } from '../../../entities/password-reset.js';
import type { QuotedReason } from '../../../src/audit/vocabulary.js';
import { referenceAlphabet } from '../../../src/reference.js';
import type { BotHarnessOptions, Visitor } from '../../conversations/harness.js';
import { bare } from '../../conversations/screen.js';
import { hour } from '../../support/hand-clock.js';
import type { StaffHarness } from '../staff-harness.js';

/** How a reference comes about: what happens in the chats until somebody reads it from their screen. */
export interface Scene {
  what: string;
  reason: QuotedReason;
  options?: BotHarnessOptions;
  /** Brings it about, and answers the reference as it stood on a screen. */
  play: (harness: StaffHarness) => Promise<string>;
  /** What the Persian story says, besides what all stories of the reason say. */
  says?: RegExp;
  /** Buttons under it for a supervisor, in the order of their keys. */
  buttons: readonly string[];
}

const shape = new RegExp(`(?<![A-Z0-9])[${referenceAlphabet}]{8}(?![A-Z0-9])`, 'g');

/** The reference on the screen, which was read out to support. */
export function referenceOn({ screen }: Visitor): string {
  for (const { text } of screen.messages.toReversed()) {
    const [reference] = bare(text).match(shape) ?? [];
    if (reference) return reference;
  }
  throw new Error('no reference on this screen');
}

export const right = ['/reset', '310002', '0020000022'];
export const wrong = ['/reset', '310002', '0010000011'];

/** Behrouz says this, and reads what he is given. */
export const says =
  (...texts: string[]) =>
  async (harness: StaffHarness): Promise<string> => {
    const behrouz = harness.visitor('behrouz');
    await behrouz.says(...texts);
    return referenceOn(behrouz);
  };

export const staffDoes = async (harness: StaffHarness, text: string): Promise<Visitor> => {
  const shahin = await harness.atWork('supervisor');
  await shahin.says(text);
  await shahin.press('button-staff-yes');
  return shahin;
};

export async function wrongCodes(harness: StaffHarness): Promise<string> {
  const behrouz = harness.visitor('behrouz');
  await behrouz.says(...right);
  const code = await harness.code();
  const other = String((Number(code) + 1) % 100_000).padStart(5, '0');
  await behrouz.says(other, other, other);
  return referenceOn(behrouz);
}

interface Kept {
  behrouz: Visitor;
  id: string;
}

/** Behrouz has typed the right code, and the portal is to be told. */
export async function onItsWay(harness: StaffHarness): Promise<Kept> {
  const behrouz = harness.visitor('behrouz');
  await behrouz.says(...right);
  await behrouz.says(await harness.code());
  const memberId = harness.heart.ids.behrouz;
  const { id } = await harness.heart.manager.findOneByOrFail(PasswordReset, { memberId });
  return { behrouz, id };
}

type Settling = Parameters<Parameters<StaffHarness['heart']['settle']>[0]>[0];

export async function settled(
  harness: StaffHarness,
  work: (results: Settling, id: string) => Promise<void>,
): Promise<Kept> {
  const kept = await onItsWay(harness);
  await harness.heart.settle((results) => work(results, kept.id));
  await harness.settleDown();
  return kept;
}

export async function leftToStaff(harness: StaffHarness): Promise<Kept> {
  const kept = await onItsWay(harness);
  harness.clock.pass(7 * hour);
  await harness.heart.settle((results) => results.resetAnswered(kept.id, 'unknown'));
  await harness.settleDown();
  return kept;
}

export const file = ['button-member'];
export const unlocking = ['button-member', 'button-unlock'];
export const opening = ['button-member', 'button-unblock'];
export const request = ['button-member', 'button-refuse-request'];
export const granting = ['button-member', 'button-grant-one'];
export const missing = ['button-member', 'button-account-made', 'button-refuse-request'];
export const clearing = ['button-member', 'button-clearmobile'];
export const ending = ['button-member', 'button-ask-portal', 'button-mark-done', 'button-give-back'];
