import type { BoundChat, ChatEndedFor } from '../../entities/bound-chat.js';
import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import { chatName } from '../chats/mark.js';
import { day } from '../durations.js';
import type { ResetDeps } from './deps.js';
import type { AccountHere, ChatUnlinked } from './outcomes.js';
import { writeAudit } from './refuse.js';

/** So long without a use, and a chat is taken for one that its owner has forgotten. */
export const unusedForMs = 400 * day;

/** So long a chat that ended is still known: for what it was told before, and for whoever looks into what happened. */
export const endedKeptMs = 30 * day;

/** Is this chat known to be the member's, by the number that is on record now? While keys are changed, it may not be for a while. */
export const isBound = (deps: ResetDeps, { id }: Pick<Member, 'id'>, chatKey: string): Promise<boolean> =>
  deps.boundChats.isBound(id, chatKey);

/**
 * May this chat speak for the member about what it was told before? One that ended with its number may: it is just
 * the chat that ought to be heard when a number was changed without the member.
 */
export async function isHeard(deps: ResetDeps, member: Member, chatKey: string): Promise<boolean> {
  const chat = await deps.boundChats.pair(member.id, chatKey);
  return chat !== null && (chat.endedFor === null || chat.endedFor === 'number');
}

/** The member's chats, as the member is handed in: hand in the row of before to have those of the number of before. */
export const boundChatsOf = (deps: ResetDeps, member: Member): Promise<BoundChat[]> =>
  deps.boundChats.ofMember(member.id, numberIndexes(deps, member));

/** A right code went to this number and was typed here. */
export function bindChat(
  { boundChats, keyring, now }: ResetDeps,
  { id: memberId }: Member,
  mobile: string,
  { chatKey }: Asker,
): Promise<void> {
  return boundChats.bind({ memberId, chatKey, provenBy: keyring.index('mobile', mobile) }, now());
}

/**
 * The number on record is about to go, or has gone: the chats that it proved end with it, and are told. `member` as it was
 * with that number. Returns how many ended.
 */
export async function endChatsWithNumber(deps: ResetDeps, member: Member): Promise<number> {
  let ended = 0;
  for (const chat of await boundChatsOf(deps, member))
    ended += Number(await endChat(deps, member, chat, 'number'));
  return ended;
}

/** Ends one; in the trail, unless `staff/` writes that line, and told to the chat unless it asked for it. */
export async function endChat(
  deps: ResetDeps,
  member: Pick<Member, 'id' | 'insuredCode'>,
  { id, chatKey }: BoundChat,
  because: ChatEndedFor,
): Promise<boolean> {
  if (!(await deps.boundChats.end(id, because, deps.now()))) return false;
  const detail = { ...chatName(deps.keyring, chatKey), because };
  const line = { reason: 'chat-ended', memberId: member.id, detail } as const;
  if (because === 'number' || because === 'unused') await deps.audit.write({ ...line, actor: 'system' });
  if (because === 'staff' || because === 'number') {
    const told = { kind: 'chat-ended', tail: tailOf(member), because } as const;
    await deps.chats.tell(chatKey, told, `chat-ended:${id}:${deps.now().getTime()}`);
  }
  return true;
}

/** Whose recoveries this chat hears of. */
export async function accountsIn(deps: ResetDeps, { chatKey }: Asker): Promise<AccountHere[]> {
  const here: AccountHere[] = [];
  for (const { id, memberId, boundAt } of await deps.boundChats.inChat(chatKey)) {
    const member = await deps.members.byId(memberId);
    if (member && (await isBound(deps, member, chatKey)))
      here.push({ id, tail: tailOf(member), at: boundAt.getTime() });
  }
  return here;
}

/** "This chat is not theirs", said there: it hears of that account no more. */
export async function reportNotTheirs(deps: ResetDeps, id: number, from: Asker): Promise<ChatUnlinked> {
  const chat = await deps.boundChats.find(id);
  const member = chat?.chatKey === from.chatKey ? await deps.members.lockForUpdate(chat.memberId) : null;
  if (!chat || !member || !(await endChat(deps, member, chat, 'own'))) return { kind: 'chat-not-linked' };
  await writeAudit(deps, 'chat-not-theirs', {
    from,
    memberId: member.id,
    detail: { ...chatName(deps.keyring, chat.chatKey) },
  });
  return { kind: 'chat-unlinked', tail: tailOf(member) };
}

/** So many end in one transaction; the rest at the next round. */
const batch = 200;

/** Ends what nobody has used for so long; returns how many. */
export async function endUnusedChats(deps: ResetDeps): Promise<number> {
  const since = new Date(deps.now().getTime() - unusedForMs);
  let ended = 0;
  for (const chat of await deps.boundChats.unusedSince(since, batch)) {
    const member = await deps.members.lockForUpdate(chat.memberId);
    const whose = member ?? { id: chat.memberId, insuredCode: '' };
    ended += Number(await endChat(deps, whose, chat, 'unused'));
  }
  return ended;
}

/** The last three digits: enough for whoever knows the code, and not the code. */
const tailOf = ({ insuredCode }: Pick<Member, 'insuredCode'>): string => insuredCode.slice(-3);

function numberIndexes({ members, keyring }: ResetDeps, member: Member): string[] {
  const mobile = members.mobileOf(member);
  return mobile === null ? [] : keyring.indexes('mobile', mobile);
}
