import { BoundChat } from '../../entities/bound-chat.js';
import type { StaffRequest } from '../../entities/staff-request.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { ImportRun } from '../../entities/import-run.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { staffCast } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import { startStage } from '../../playground/stage.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import type { PlatformName } from '../../src/platforms.js';
import type { Locale } from '../../src/words/words.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { ledgerRow } from '../reports/ledger-rows.js';
import { readLocaleFiles } from '../words/locale-files.js';

export const { sentences } = readLocaleFiles(new URL('../../locales/', import.meta.url));

/** One of staff at a phone: types, presses by the key of a button, and waits for a sentence by its key. */
export interface Colleague {
  account: Account;
  types: (text: string) => Promise<void>;
  hears: (key: string) => Promise<ChatMessage>;
  /** The same, of a message that may be one that was changed. */
  sees: (key: string) => Promise<ChatMessage>;
  presses: (...keys: string[]) => Promise<void>;
}

export type Crew = Awaited<ReturnType<typeof openCrew>>;

/** The product with an owner, a supervisor and an operator at work on one messenger, in one language. */
export async function openCrew(messenger: PlatformName, locale: Locale) {
  const stage = await startStage({ past: true });
  const pressed = new Set<string>();
  const [parvaneh, shahin, mina] = await Promise.all(
    staffCast.map(({ name, accounts }) =>
      comesToWork(
        stage.emulator.account({ messenger, id: accounts[messenger], firstName: name }),
        locale,
        pressed,
      ),
    ),
  );
  const app = await stage.app();
  const { manager } = app.dataSource;
  const member = (insuredCode: string) => manager.findOneByOrFail(Member, { insuredCode });
  const { clock } = stage;
  const crew = { stage, clock, app, member, pressed, parvaneh: parvaneh!, shahin: shahin!, mina: mina! };
  return {
    ...crew,
    everybody: [crew.parvaneh, crew.shahin, crew.mina],
    /** The number by which the staff list knows somebody. */
    staffNumber: (name: string): Promise<number> =>
      app.inTransaction(async (tx) => {
        const people = await app.services(tx).people.active();
        return people.find((one) => one.name === name)!.id;
      }),
    /** A recovery whose outcome nobody but staff will find out. */
    async leftToStaff(insuredCode: string, number: number): Promise<void> {
      const { id: memberId } = await member(insuredCode);
      const { coverageId } = await manager.findOneByOrFail(ResetQuota, { memberId });
      const since = new Date(stage.clock.now().getTime() - 7 * 3_600_000);
      const how = { state: 'unknown' as const, settledAt: null, staffReason: 'no-clear-answer' as const };
      await manager.insert(PasswordReset, {
        ...ledgerRow(number, since, { memberId, coverageId, insuredCode, unsettledMemberId: memberId }),
        ...{ ...how, reference: `ACDEHHH${number}` },
      });
    },
    /** A line of the trail that a member may ask support about. */
    async refused(insuredCode: string, reference: string): Promise<void> {
      const { id: memberId } = await member(insuredCode);
      await manager.update(Member, { insuredCode }, { wrongCodesInRow: 3 });
      const actor = `chat:${messenger}:700001:5001`;
      const line = { at: stage.clock.now(), event: auditEvent('locked'), actor, memberId, reference };
      await manager.insert(AuditEntry, {
        ...line,
        detail: '{}',
        sequence: null,
        hash: null,
        writer: 'before',
      });
    },
    /** The member has proven this number themselves. */
    async ownMobile(insuredCode: string): Promise<void> {
      await manager.update(Member, { insuredCode }, { mobileSource: 'contact' });
    },
    /** The list that waits for an answer changes a number after all: two have to agree to it. */
    async changesNumbers(): Promise<void> {
      const { affected } = await manager.update(ImportRun, { state: 'judged' }, { mobiles: 1 });
      if (affected !== 1) throw new Error(`${affected} lists wait for an answer`);
    },
    /** A right code of this member was once typed in a chat. */
    async bindsChat(insuredCode: string): Promise<void> {
      const { id: memberId, mobileIndex: provenBy } = await member(insuredCode);
      const open = { lastUsedAt: null, endedAt: null, endedFor: null };
      const chat = { memberId, chatKey: `${messenger}:700001:5003`, provenBy, boundAt: stage.clock.now() };
      await manager.insert(BoundChat, { ...chat, ...open });
    },
    /** What a member asks of staff. */
    async asks(insuredCode: string, kind: StaffRequest['kind'] = 'first-mobile'): Promise<void> {
      const { id: memberId } = await member(insuredCode);
      const request = { kind, memberId, chatKey: `${messenger}:700001:5002` };
      await app.inTransaction((tx) => app.services(tx).staff.requests.put(request));
    },
  };
}

async function comesToWork(account: Account, locale: Locale, pressed: Set<string>): Promise<Colleague> {
  const label = (key: string): string => realWords.plain(locale, key);
  const hears = async (key: string): Promise<ChatMessage> => {
    // A question whose buttons are taken away is changed, and would be met again by its words.
    for (;;) {
      const message = await account.nextMessage();
      if (bare(message.text).includes(opening(locale, key))) return message;
    }
  };
  account.say('/language');
  await account.waitFor(({ buttons }) =>
    buttons.flat().some(({ text }) => text === label(`button-locale-${locale}`)),
  );
  account.press(label(`button-locale-${locale}`));
  await hears('language-chosen');
  return {
    account,
    hears,
    sees: (key) => account.waitFor(({ text }) => bare(text).includes(opening(locale, key))),
    types: async (text) => void account.say(text),
    presses: async (...keys) => {
      for (const key of keys) {
        pressed.add(key.replace(/^button-/, ''));
        account.press(label(key));
      }
    },
  };
}

/** By what a sentence is known on a screen: the first words of its own. */
export function opening(locale: Locale, key: string): string {
  const sentence = sentences.find((one) => one.locale === locale && one.key === key);
  const own = sentence?.texts.map((text) => text.split('\n')[0]!.trim()).find((text) => text.length > 5);
  if (own === undefined) throw new Error(`${key} has no words of its own in ${locale}`);
  return own;
}
