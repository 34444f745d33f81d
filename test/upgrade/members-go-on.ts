import { expect, it } from 'vitest';
import { person as inCast } from '../../playground/cast.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import { codeIn } from '../support/walk.js';
import { chatOf } from './outside.js';
import type { Upgraded } from './upgraded.js';

/** Whoever has a code, or is to have one. */
interface Member {
  who: string;
  insuredCode: string;
  nationalId: string;
  phone: string;
}

const invented = (number: number): Member => ({ who: chatOf(number), ...invent(number) });
const behrouz: Member = { who: 'telegram:1002', ...inCast('behrouz') };
const farhad: Member = { who: 'bale:2008', ...inCast('farhad') };
const sara: Member = { who: 'telegram:1001', ...inCast('sara') };
const kamran: Member = { who: 'telegram:1004', ...inCast('kamran') };
const nasrin: Member = { who: 'bale:2007', ...inCast('nasrin') };

/** Members who were in the middle of it are not sent home. */
export function membersGoOn(upgraded: () => Upgraded): void {
  const codesOn = (phone: string): string[] =>
    upgraded()
      .world.phone.inbox(phone)
      .flatMap(({ text }) => codeIn(text) ?? []);
  const used = async ({ insuredCode }: Member): Promise<number> => {
    const [row] = await upgraded().sql<{ used: number }>(
      `SELECT t.used AS used FROM reset_tallies t JOIN members m ON m.id = t.member_id WHERE m.insured_code = '${insuredCode}'`,
    );
    return row?.used ?? 0;
  };
  /** The newest code of so many at least. */
  const typesCode = async ({ who, phone }: Member, least = 1): Promise<void> => {
    const codes = await eventually(
      async () => codesOn(phone),
      ({ length }) => length >= least,
    );
    upgraded().person(who).says(codes.at(-1)!);
    await upgraded().person(who).hears('reset-done');
  };
  /** From the question for the insured code on. */
  const identifies = async ({ who, insuredCode, nationalId }: Member, hears: string): Promise<void> => {
    const member = upgraded().person(who);
    member.says(insuredCode);
    await member.hears('ask-national-id');
    member.says(nationalId);
    await member.hears(hears);
  };

  it.each([
    { whose: 'whose code had come', member: behrouz, after: 2 },
    { whose: 'whose code was still to be sent', member: farhad, after: 5 },
    { whose: 'whose code was said to be refused', member: invented(37), after: 1 },
    { whose: 'whose code was said to be lost', member: invented(38), after: 1 },
  ])('a member $whose gets back in by it', async ({ member, after }) => {
    await typesCode(member);
    expect(await used(member)).toBe(after);
  });

  it('a member whose right code nobody had read yet is back in', async () => {
    await upgraded().person(chatOf(36)).hears('dialogue-taken-up');
    await upgraded().person(chatOf(36)).hears('reset-done');
    expect(await used(invented(36))).toBe(1);
  });

  it('a member who was to give a number begins again, gives it, and gets back in', async () => {
    upgraded().person(sara.who).sharesNumber();
    await upgraded().person(sara.who).hears('dialogue-outdated');
    await identifies(sara, 'mobile-needed');
    upgraded().person(sara.who).sharesNumber();
    await upgraded().person(sara.who).hears('ask-code');
    await typesCode(sara);
    expect(await used(sara)).toBe(1);
  });

  it('a member to whom one more was granted begins again, and gets back in', async () => {
    upgraded().person(kamran.who).says(kamran.insuredCode);
    await upgraded().person(kamran.who).hears('dialogue-outdated');
    await identifies(kamran, 'ask-code');
    await typesCode(kamran);
    expect(await used(kamran)).toBe(6);
  });

  it.each([30, 31])('member %i, who waited for the portal, begins again and gets back in', async (number) => {
    const codes = codesOn(invented(number).phone).length;
    await upgraded().person(chatOf(number)).hears('dialogue-outdated');
    await identifies(invented(number), 'ask-code');
    await typesCode(invented(number), codes + 1);
  });

  it('a member without an account at the portal hears of it', async () => {
    await upgraded().person(nasrin.who).hears('dialogue-outdated');
    await identifies(nasrin, 'account-missing');
  });

  it.each([32, 33])(
    'member %i, who waited for the register, begins again and gets back in',
    async (number) => {
      await upgraded().person(chatOf(number)).hears('dialogue-outdated');
      await identifies(invented(number), 'mobile-needed');
      upgraded().person(chatOf(number)).says(invented(number).phone);
      await upgraded().person(chatOf(number)).hears('ask-code');
      await typesCode(invented(number));
    },
  );

  it('a member who says “this was not me” is heard, under a message of before and one that had waited', async () => {
    const [old, late] = [upgraded().person(chatOf(27, 'bale')), upgraded().person(chatOf(28, 'bale'))];
    old.pressesOld('not-me');
    await old.hears('not-me-frozen');
    const { buttons } = await late.hears('notice-reset');
    late.presses(buttons.flat()[0]!.data!);
    await late.hears('not-me-frozen');
    const frozen = await upgraded().sql(
      "SELECT insured_code AS code FROM members WHERE closed_for = 'not-me' ORDER BY 1",
    );
    expect(frozen).toEqual([27, 28].map((number) => ({ code: invent(number).insuredCode })));
  });
}
