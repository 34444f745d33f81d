import type { Played } from './played.js';

/** The two answers that every way begins with, up to the question to the portal. */
export async function identifies(member: Played): Promise<void> {
  await member.hears('reset-welcome', 'ask-insured-code');
  await givesPair(member);
}

/** The same for whoever was welcomed a little while ago. */
export async function identifiesAgain(member: Played): Promise<void> {
  await member.hears('ask-insured-code');
  await givesPair(member);
}

async function givesPair(member: Played): Promise<void> {
  member.says(member.who.insuredCode);
  await member.hears(...askedForId);
  member.says(member.who.nationalId);
}

/** What the insured code is answered with. */
export const askedForId = ['insured-code-taken', 'ask-national-id'];

/** The one message that says that a code is on its way. */
export const codeIsSent = ['code-sent', 'ask-code', 'code-life', 'next-send', 'code-care'];
