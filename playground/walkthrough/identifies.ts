import type { Played } from './played.js';

/** The two answers that every way begins with, up to the question to the portal. */
export async function identifies(member: Played): Promise<void> {
  await member.hears('reset-welcome', 'ask-insured-code');
  member.says(member.who.insuredCode);
  await member.hears('ask-national-id');
  member.says(member.who.nationalId);
  await member.hears('asking-portal');
}
