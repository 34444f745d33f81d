import { AuditEntry } from '../../entities/audit-entry.js';
import { ImportRun } from '../../entities/import-run.js';
import { Member } from '../../entities/member.js';
import { colleague, type StaffCastMember } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import { startStage, type StageOptions } from '../../playground/stage.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { PlatformName } from '../../src/platforms.js';
import { makePeople } from '../../src/people/people.js';
import type { Blanks, Locale } from '../../src/words/words.js';
import { bare } from '../conversations/screen.js';
import { realWords as words } from '../conversations/harness.js';
import type { DatabaseKind } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { readLocaleFiles } from '../words/locale-files.js';

const folder = new URL('../../locales/', import.meta.url);
const blanksOf = new Map(readLocaleFiles(folder).sentences.map(({ key, blanks }) => [key, blanks]));
const gap = '§';
const moments = new Set(['at', 'until', 'beforeAt', 'afterAt']);

/** The machine may be busy. */
const usualTimeout = 12_000;

/** A stage on a database of this kind, with staff who have written to the bot, and what is wanted of their chats. */
export async function openChatHarness(kind: DatabaseKind, options: StageOptions = {}) {
  const database = await kind.createEmpty();
  const stage = await startStage({ ...options, database: database.url });
  await stage.clockIn();
  const app = () => stage.app();
  return {
    stage,
    clock: stage.clock,
    app,
    colleague: (role: StaffCastMember['role'], messenger: PlatformName = 'telegram', locale: Locale = 'fa') =>
      makeColleague(stage.account(role, messenger), locale),
    runs: async () => (await app()).dataSource.manager.find(ImportRun, { order: { id: 'ASC' } }),
    member: async (insuredCode: string) =>
      (await app()).dataSource.manager.findOneBy(Member, { insuredCode }),
    members: async () => (await app()).dataSource.manager.countBy(Member, {}),
    demote: async (role: StaffCastMember['role'], to: StaffCastMember['role']) => {
      const account = { platform: 'telegram', account: String(colleague(role).accounts.telegram) } as const;
      await (
        await app()
      ).inTransaction(async (tx) => {
        const people = makePeople({ tx, clock: stage.clock });
        const person = await people.byAccount(account);
        await people.setRole(person!.id, role, to);
      });
    },
    /** Lines of the trail for one reason. */
    trail: async (reason: AuditReason) =>
      (await app()).dataSource.manager.findBy(AuditEntry, { event: auditEvent(reason) }),
    close: async () => {
      await stage.stop();
      await database.drop();
    },
  };
}

export type ChatHarness = Awaited<ReturnType<typeof openChatHarness>>;
export type Colleague = ReturnType<typeof makeColleague>;

const mime = 'application/octet-stream';

/** Somebody of staff at their chat, who waits for sentences by their keys. */
export function makeColleague(account: Account, locale: Locale, timeout = usualTimeout) {
  const said = (key: string, blanks: Blanks = {}): string => bare(words.say(locale, key, blanks));
  /** The sentence, whatever stands in its blanks but for these; as far as its first moment. */
  const like = (key: string, blanks: Blanks = {}): RegExp => {
    const filled = (moment: number): string => {
      const gaps: Blanks = Object.fromEntries(
        (blanksOf.get(key) ?? []).map((blank): [string, string | number] => [
          blank,
          moments.has(blank) ? moment : gap,
        ]),
      );
      return said(key, { ...gaps, ...blanks }).split('\n\n')[0] ?? '';
    };
    const [one, other] = [filled(0), filled(1e12)];
    const same = [...one].findIndex((maintenance, at) => maintenance !== other[at]);
    const text = same < 0 ? one : one.slice(0, same).replace(/\p{Nd}+$/u, '');
    return new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(gap, '[^]*?'));
  };
  const hears = (key: string, blanks: Blanks = {}): Promise<ChatMessage> => {
    const wanted = like(key, blanks);
    return account
      .waitFor(({ text }) => wanted.test(bare(text)), { timeout })
      .catch((error: Error) => {
        throw new Error(`${key}: ${error.message}`);
      });
  };
  return {
    account,
    said,
    like,
    hears,
    async inEnglish() {
      account.say('/language');
      await account.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === 'English'), {
        timeout,
      });
      account.press('English');
      await account.waitFor('English from now on', { timeout });
    },
    send: (bytes: Buffer | string, name: string) => account.sendDocument(Buffer.from(bytes), name, mime),
    /** Asks for the wait, and sends a list into it. */
    async handsOver(bytes: Buffer | string, name = 'list.csv'): Promise<void> {
      account.say('/import');
      await hears('list-wanted');
      account.sendDocument(Buffer.from(bytes), name, mime);
      await hears('list-received');
    },
    /** Waits until there is such a button, and presses it; the message that it stood under. */
    async pressesNext(button: string): Promise<ChatMessage> {
      const label = words.say(locale, `button-${button}`);
      const has = ({ buttons }: ChatMessage) => buttons.flat().some(({ text }) => text === label);
      const message = await account.waitFor(has, { timeout });
      account.press(label);
      return message;
    },
    press: (button: string) => account.press(words.say(locale, `button-${button}`)),
    /** A button to be pressed later, when it may not be on the screen any more. */
    keepButton(button: string): () => void {
      const label = words.say(locale, `button-${button}`);
      for (const { id, buttons } of account.messages().toReversed()) {
        const found = buttons.flat().find(({ text }) => text === label);
        if (found?.data) return () => void account.pressData(found.data!, id);
      }
      throw new Error(`no button says ${label}`);
    },
    /** A file from the bot whose name holds this; it may come before or after what is said of it. */
    file: (name: string): Promise<ChatMessage> =>
      eventually(
        async () =>
          account.messages().find(({ file, from }) => from === 'bot' && (file?.name ?? '').includes(name)),
        (found) => found !== undefined,
      ).then((found) => found!),
    texts: () => account.messages().map(({ text }) => bare(text)),
  };
}
