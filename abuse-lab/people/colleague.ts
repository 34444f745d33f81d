import { colleague, type StaffCastMember } from '../../playground/cast.js';
import { accountOf } from '../../playground/person-chat.js';
import { coverOf, type Resident } from '../town/people.js';
import type { Town } from '../town/town.js';
import { heardOf } from '../../playground/heard.js';
import { label } from './visitor.js';

/** A row of a list of members, where it differs from what is on record. */
export type ListRow = Pick<Resident, 'insuredCode' | 'nationalId'> & {
  mobile?: string;
  from?: string;
  to?: string;
};

export type Colleague = ReturnType<typeof colleagueAt>;

const header = 'insured code,national id,cover from,cover to,mobile,name';

/** Somebody of staff in their chat: writes a command, answers what is asked back, and sees what is said. */
export function colleagueAt(town: Town, role: StaffCastMember['role']) {
  const account = accountOf(town.emulator, 'telegram', colleague(role));
  const textsAfter = (mark: number) =>
    account
      .messages()
      .filter(({ from, revision }) => from === 'bot' && revision > mark)
      .map(({ text }) => text);
  /** Everything that was said from then on until it is quiet. */
  const hearsAll = async (act: () => unknown): Promise<string> => {
    const mark = Math.max(0, ...account.messages().map(({ revision }) => revision));
    act();
    await town.emulator.settled(300);
    return textsAfter(mark).join('\n\n');
  };
  const sees = (key: string) =>
    account.messages().some(({ from, text }) => from === 'bot' && heardOf(text, [key]) !== null);
  const presses = async (key: string): Promise<string> => {
    const shown = account
      .messages()
      .some(({ deleted, buttons }) => !deleted && buttons.flat().some(({ text }) => text === label(key)));
    return shown ? hearsAll(() => account.press(label(key))) : '';
  };
  return {
    ...{ account, sees, presses },
    says: (text: string) => hearsAll(() => account.say(text)),
    /** Wants something, and says yes when asked. */
    async does(command: string): Promise<string> {
      const asked = await hearsAll(() => account.say(command));
      return `${asked}\n\n${await presses('staff-yes')}`;
    },
    /** Brings a list, and says yes to all of it alone. */
    async imports(rows: readonly ListRow[]): Promise<string> {
      const { from, to } = coverOf(town.clock);
      const lines = rows.map((row) =>
        [row.insuredCode, row.nationalId, row.from ?? from, row.to ?? to, row.mobile ?? '', ''].join(','),
      );
      await hearsAll(() => account.say('/import'));
      const list = Buffer.from([header, ...lines, ''].join('\n'));
      const read = await hearsAll(() => account.sendDocument(list, 'list.csv', 'text/csv'));
      return `${read}\n\n${await presses('staff-yes')}`;
    },
  };
}
