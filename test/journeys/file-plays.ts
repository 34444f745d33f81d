import { person } from '../../playground/cast.js';
import { castDays, strangers, textOf } from '../import/list-harness.js';
import type { Colleague, Crew } from './staff-crew.js';
import { agreed, second, type Play } from './staff-play.js';

/** The commands by which files come and go, by their names. */
export const filePlays: Readonly<Record<string, Play>> = {
  import: async (crew) => {
    await emptyLists(crew);
    await listOfStrangers(crew);
    await listThatTurnsOutToChangeNumbers(crew);
    await listAgainstOwnNumbers(crew);
  },
  stats: async ({ mina }) => {
    await mina.types('/stats 7');
    await mina.hears('file-asked');
    await mina.account.waitFor(({ file }) => file?.name.endsWith('.png') ?? false);
    await mina.presses('button-stats-in-words');
    await mina.hears('chart-title');
  },
  export: async ({ shahin }) => {
    for (const format of ['csv', 'xlsx']) {
      await shahin.types('/export');
      await shahin.hears('export-which');
      await shahin.presses(`button-export-${format}`);
      await shahin.account.waitFor(({ file }) => file?.name.endsWith(format) ?? false);
    }
    await shahin.types('/export 1390/01/01 1390/01/02');
    await shahin.hears('export-empty');
  },
  audit: async ({ shahin }) => {
    await shahin.types('/audit');
    await shahin.hears('audit-of-all');
    await shahin.types('/audit verify');
    await shahin.hears('audit-sound');
    await shahin.types('/audit export');
    await shahin.account.waitFor(({ file }) => file?.name.startsWith('trail') ?? false);
  },
};

async function emptyLists({ shahin }: Crew): Promise<void> {
  await shahin.types('/import');
  await shahin.hears('list-wanted');
  for (const format of ['csv', 'xlsx']) {
    await shahin.presses(`button-import-${format}`);
    await shahin.account.waitFor(({ file }) => file?.name.endsWith(format) ?? false);
  }
}

async function handsOver(who: Colleague, list: string, name: string): Promise<void> {
  await who.types('/import');
  await who.hears('list-wanted');
  who.account.sendDocument(Buffer.from(list), name, 'text/csv');
}

/** One person has it applied, and may ask to have it taken back. */
async function listOfStrangers({ shahin }: Crew): Promise<void> {
  await handsOver(shahin, textOf(strangers(3, 700)), 'list.csv');
  await agreed(shahin, 'ask-apply-list', 'did-apply-list');
  await shahin.sees('list-over-applied');
  await shahin.presses('button-import-undo');
  await shahin.hears('ask-undo-list-together');
  await shahin.presses('button-staff-no');
  await shahin.hears('act-dropped');
}

/** What one person was asked needs two by the time it is done: it is asked anew, of both. */
async function listThatTurnsOutToChangeNumbers(crew: Crew): Promise<void> {
  const { shahin } = crew;
  await handsOver(shahin, textOf(strangers(2, 710)), 'more.csv');
  await shahin.hears('ask-apply-list');
  await crew.changesNumbers();
  await shahin.presses('button-staff-yes');
  await shahin.hears('did-apply-list');
  await shahin.hears('list-over-needs-approval');
  await shahin.presses('button-import-apply');
  await agreed(shahin, 'ask-apply-list-together', 'approval-sent');
  await second(crew, 'button-approve', 'did-apply-list-together');
  await shahin.sees('list-over-applied');
}

/** It says otherwise than a member who has proven their number; and may be the list of everybody. */
async function listAgainstOwnNumbers(crew: Crew): Promise<void> {
  const { shahin } = crew;
  await crew.ownMobile('310006');
  const { insuredCode, nationalId, phone } = person('iraj');
  const contradicting = textOf([{ insuredCode, nationalId, ...castDays(crew.clock), mobile: phone }]);
  await handsOver(shahin, contradicting, 'again.csv');
  await shahin.hears('ask-apply-list');
  await shahin.presses('button-import-replace');
  await shahin.hears('approval-sent');
  await second(crew, 'button-approve', 'did-apply-list-together');
  await shahin.sees('list-over-applied');

  await handsOver(shahin, contradicting, 'everybody.csv');
  await shahin.hears('list-is-whole');
  await shahin.presses('button-whole-list');
  await shahin.hears('ask-apply-list-whole');
  await shahin.presses('button-staff-no');
  await shahin.hears('act-dropped');
}
