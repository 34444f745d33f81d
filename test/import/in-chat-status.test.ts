import { describe, expect, it } from 'vitest';
import { bare } from '../conversations/screen.js';
import { chatForEachTest } from './chat-for-each-test.js';
import { strangers, textOf } from './list-harness.js';

const { harness, parvaneh, shahin } = chatForEachTest();

const newcomersAlone = { mobiles: 0, firstMobiles: 0, nationalIds: 0 };

describe('what became of lists', () => {
  it('is shown with who, and a list is asked about again by its reference', async () => {
    shahin().account.say('/import status');
    await shahin().hears('lists-none');
    await shahin().handsOver(textOf(strangers(2)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    const { reference } = (await harness().runs()).at(-1)!;
    shahin().account.say('/import status');
    const told = bare((await shahin().hears('lists-lately')).text);
    expect(told).toMatch(new RegExp(`${reference}[^]*شاهین دادگر\\): در انتظار تأیید`));
    parvaneh().account.say(`/import apply ${reference}`);
    await parvaneh().hears('list-of-another');
    parvaneh().account.say(`/import undo ${reference}`);
    await parvaneh().hears('list-not-to-be-undone');
    shahin().account.say(`/import apply ${reference.toLowerCase()}`);
    await shahin().hears('ask-apply-list', { faulty: 0 });
    shahin().press('staff-yes');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    shahin().account.say(`/import_apply_${reference}`);
    await shahin().hears('list-not-to-be-applied');
    shahin().account.say('/import undo ACDE3467');
    await shahin().hears('list-unknown');
  });

  it('is taken back by the button under the word that it was applied, or by a command that is tapped', async () => {
    await shahin().handsOver(textOf(strangers(2)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    shahin().press('staff-yes');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    shahin().press('import-undo');
    await shahin().hears('ask-undo-list-together', newcomersAlone);
    shahin().account.say('/import status');
    const { reference } = (await harness().runs()).at(-1)!;
    expect(bare((await shahin().hears('lists-lately')).text)).toContain(`/import_undo_${reference}`);
    shahin().account.say(`/import_undo_${reference}`);
    await shahin().hears('ask-undo-list-together', newcomersAlone);
  });
});
