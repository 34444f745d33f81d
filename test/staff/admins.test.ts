import { describe, expect, it } from 'vitest';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');

describe('who works here', () => {
  const parvaneh = atWorkInEach(harness, 'owner');
  /** What one person may do alone. */
  const orders = async (text: string): Promise<string[]> => {
    await parvaneh().says(text);
    return parvaneh().press('button-staff-yes');
  };
  /** What takes a second person, who agrees. */
  const together = async (text: string): Promise<string[]> => {
    expect((await parvaneh().says(text)).at(-1)).toBe('ask-needs-two');
    shahin().screen.news();
    expect(await parvaneh().press('button-staff-yes')).toEqual(['approval-sent']);
    expect(shahin().screen.news()).toContain('approval-asked');
    return shahin().press('button-approve');
  };

  it('is listed for owners', async () => {
    await parvaneh().says('/admins');
    expect(parvaneh().screen.last().text).toContain('مینا خوش‌رو');
    expect(await shahin().says('/admins')).toEqual(['staff-not-allowed']);
  });

  it('grows by an owner’s word, and a second person’s', async () => {
    const novice = harness().guest(3009);
    expect(await novice.says('/whoami')).toEqual(['unknown-command']);
    expect(await together('/admins add telegram:3009 operator رضا نوآموز')).toContain('did-add');
    expect(await novice.says('/whoami')).toEqual(['whoami']);
    expect(novice.screen.last().text).toContain('رضا نوآموز');
    expect(await parvaneh().says('/admins add telegram:3009 owner دیگری')).toEqual(['account-taken']);
  });

  it('gets another account', async () => {
    const elsewhere = harness().guest(3010);
    expect(await together(`/admins link ${harness().numbers.operator} telegram:3010`)).toContain('did-link');
    expect(await elsewhere.says('/whoami')).toEqual(['whoami']);
    expect(elsewhere.screen.last().text).toContain('مینا خوش‌رو');
  });

  it('changes rank and leaves, and hears of it at once', async () => {
    shahin().screen.news();
    expect(await orders(`/admins role ${harness().numbers.supervisor} operator`)).toContain('did-role');
    expect(shahin().screen.news()).toContain('staff-role');
    expect(await shahin().says('/pending')).toEqual(['staff-not-allowed']);
    expect(await orders(`/admins remove ${harness().numbers.supervisor}`)).toContain('did-remove');
    expect(shahin().screen.news()).toEqual(['staff-role']);
    expect(await shahin().says('/whoami')).toEqual(['unknown-command']);
    expect(shahin().screen.calls.some(({ method }) => method === 'deleteMyCommands')).toBe(true);
  });

  it('always has an owner', async () => {
    const own = harness().numbers.owner;
    expect(await parvaneh().says(`/admins remove ${own}`)).toEqual(['last-owner']);
    expect(await parvaneh().says(`/admins role ${own} operator`)).toEqual(['last-owner']);
  });

  it.each([
    'add',
    'add 12 owner x',
    'add telegram:5 boss x',
    'add telegram:5 owner',
    'link 1',
    'remove 99',
    'x',
  ])('does not change by /admins %s', async (text) => {
    expect(await parvaneh().says(`/admins ${text}`)).toEqual(['usage', 'usage-admins']);
  });
});
