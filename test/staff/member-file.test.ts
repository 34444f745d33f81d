import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { bare } from '../conversations/screen.js';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('a member’s file', () => {
  it.each(['310002', '۳۱۰۰۰۲', '0020000022', '20000022', '09120000002', '+98 912 000 0002'])(
    'is found by %s, and shows nothing whole',
    async (text) => {
      const mina = harness().colleague('operator');
      expect(await mina.says(`/member ${text}`)).toContain('member-title');
      const shown = bare(mina.screen.last().text);
      expect(shown).toContain('0912•••••02');
      expect(shown).not.toMatch(/0020000022|09120000002/);
    },
  );

  it('tells the name, to be compared with what a caller says, and none where no list has told it', async () => {
    const mina = harness().colleague('operator');
    await mina.says('/member 310002');
    expect(bare(mina.screen.last().text)).toContain('نام: بهروز آذرپی');
    await harness().befalls('behrouz', { name: null });
    await mina.says('/member 310002');
    expect(bare(mina.screen.last().text)).not.toContain('نام:');
    expect(JSON.stringify(await harness().heart.manager.find(AuditEntry))).not.toContain('بهروز');
  });

  it('is one of several where a number is shared', async () => {
    await harness().heart.moved('behrouz', '09350000066');
    const mina = harness().colleague('operator');
    expect(await mina.says('/member 09350000066')).toEqual(['members-several']);
    expect(mina.screen.buttons()).toHaveLength(2);
    expect(await mina.press('button-member')).toContain('member-title');
  });

  it('leaves no national ID and no number in the chat', async () => {
    const mina = harness().colleague('operator');
    await mina.says('/member 310002');
    expect(mina.screen.erased()).toEqual([]);
    await mina.says('/member 0020000022');
    expect(mina.screen.erased()).toHaveLength(1);
  });

  it('has no buttons that the role may not press', async () => {
    const mina = harness().colleague('operator');
    await mina.says('/member 310002');
    expect(mina.screen.buttons()).toEqual([]);
    const shahin = harness().colleague('supervisor');
    await shahin.says('/member 310002');
    expect(shahin.screen.buttons()).toEqual(['بستن بازیابی', 'پاک کردن شماره', 'سابقه']);
    expect(await shahin.press('button-block')).toEqual(['ask-block', 'ask-are-you-sure']);
  });

  it('offers only what would change something', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/member 310004');
    expect(shahin.screen.buttons()).toContain('افزودن یک بازیابی');
    expect(await shahin.press('button-grant-one')).toEqual(['ask-grant', 'ask-needs-two']);
    await shahin.says('/member 310001');
    expect(shahin.screen.buttons()).toEqual(['بستن بازیابی', 'ثبت شماره', 'سابقه']);
    expect(await shahin.press('button-set-number')).toEqual(['setmobile-number']);
    expect(await shahin.says('09120000077')).toEqual(['ask-first-mobile', 'ask-needs-two']);
    await harness().visitor('behrouz').says('/reset', '310002', '0030000033');
    const mina = harness().colleague('operator');
    await mina.says('/member 310002');
    expect(mina.screen.buttons()).toEqual(['برداشتن قفل']);
    await mina.press('button-unlock');
    await mina.press('button-staff-yes');
    await mina.says('/member 310002');
    expect(mina.screen.buttons()).toEqual([]);
  });

  it('tells what of each limit is used', async () => {
    const mina = harness().colleague('operator');
    const behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0030000033', '/reset', '310002', '0020000022');
    await behrouz.says('11111');
    await mina.says('/member 310002');
    const shown = bare(mina.screen.last().text);
    expect(shown).toMatch(/پیامک امروز: ۱ از ۵/);
    expect(shown).toMatch(/کد نادرست پشت سر هم: ۱ از ۱۰/);
    expect(shown).toMatch(/مشخصات نادرست امروز: ۱ از ۱۰/);
  });

  it('tells what strangers have used apart from what the member’s own chats have', async () => {
    const mina = harness().colleague('operator');
    await mina.says('/member 310002');
    const behrouz = harness().visitor('behrouz');
    await harness().visitor('iraj').says('/reset', '310002', '0030000033');
    await mina.says('/member 310002');
    expect(bare(mina.screen.last().text).match(/پیامک امروز/g)).toHaveLength(1);
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await harness().code());
    await behrouz.says('/reset', '310002', '0030000033', '/reset', '310002', '0030000033');
    await mina.says('/member 310002');
    const shown = bare(mina.screen.last().text).split('\n');
    expect(shown).toContain(
      'در گفتگوهای شناخته‌شدهٔ خودش، پیامک امروز: ۰ از ۵، کد نادرست پشت سر هم: ۰ از ۱۰، مشخصات نادرست امروز: ۲ از ۱۰',
    );
    expect(shown).toContain(
      'در گفتگوهای دیگر، پیامک امروز: ۱ از ۵، کد نادرست پشت سر هم: ۰ از ۱۰، مشخصات نادرست امروز: ۱ از ۱۰',
    );
  });

  it('is not opened unseen', async () => {
    await harness().colleague('operator', 'bale').says('/member 310002');
    expect(await harness().trail('member-looked-up')).toMatchObject([
      { actor: `staff:${harness().numbers.operator}`, detail: { platform: 'bale' } },
    ]);
  });

  it.each(['sara', 'mahin', 'kamran', 'laleh', 'iraj', 'nasrin', 'farhad'] as const)(
    'can be read whatever is in it: %s',
    async (role) => {
      const { insuredCode } = await harness().member(role);
      expect(await harness().colleague('operator').says(`/member ${insuredCode}`)).toContain('member-title');
    },
  );
});
