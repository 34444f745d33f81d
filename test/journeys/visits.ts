import fc from 'fast-check';
import { invent, type Invented } from '../support/invented.js';
import { eventually } from '../support/eventually.js';
import type { Walk } from '../support/walk.js';
import { typedAndMeant } from '../identity/typing.js';

/** One way in which a dialogue goes. Everything that is typed is typed as people type. */
type Visit = (way: Walk, member: Invented) => Promise<void>;

export const uninsured = ({ account }: Invented): Invented => invent(5_000 + (account % 5_000));

/** The same digits in another row, with something between them or around. */
function scrawled(digits: string): string {
  const [{ typed } = { typed: digits }] = fc.sample(typedAndMeant(fc.constant(digits)), {
    numRuns: 1,
    seed: Number(digits.slice(-7)),
  });
  return typed;
}

const asFarAsId: Visit = async (way, member) => {
  await way.begin();
  await way.givesCode(scrawled(member.insuredCode));
};

const asFarAsCode: Visit = async (way, member) => {
  await asFarAsId(way, member);
  way.givesId(scrawled(member.nationalId));
  await way.isAskedForTheCode();
};

const toTheEnd: Visit = async (way) => {
  way.chat.say(scrawled(await way.readsCode()));
  await way.isBackIn();
};

const recovers: Visit = async (way, member) => {
  await asFarAsCode(way, member);
  await toTheEnd(way, member);
};

/** A first mobile, given so. */
const firstMobile =
  (give: (way: Walk, member: Invented) => void): Visit =>
  async (way, member) => {
    await asFarAsId(way, member);
    way.givesId(scrawled(member.nationalId));
    await way.hears('ask-mobile');
    give(way, member);
    await way.isAskedForTheCode();
    await toTheEnd(way, member);
  };

const countryCodes = ['+98', '0098', '98', '0', ''];

const typesMobile = firstMobile((way, { phone, account }) => {
  way.chat.say(`${countryCodes[account % countryCodes.length] ?? ''}${scrawled(phone.slice(1))}`);
});

const failsThrice: Visit = async (way, member) => {
  await asFarAsCode(way, member);
  const wrong = String((Number(await way.readsCode()) + 1) % 100_000).padStart(5, '0');
  for (let times = 0; times < 3; times += 1) way.chat.say(wrong);
  await way.hears('code-wrong-last');
};

/** With the national ID of somebody else, whom nobody insures. */
const isNobody: Visit = async (way, member) => {
  await asFarAsId(way, member);
  way.givesId(scrawled(uninsured(member).nationalId));
  await way.hears('no-match');
};

/** Says everything where it does not belong, too. */
const talksTooMuch: Visit = async (way, member) => {
  const { nationalId, phone } = member;
  await asFarAsId(way, member);
  const said = way.chat.say(`کد ملی من ${nationalId} است، شماره‌ام ${phone}`);
  way.chat.sendPhoto(undefined, nationalId);
  way.chat.say(`/help ${nationalId}`);
  way.chat.editMessage(said.id, scrawled(nationalId));
  way.chat.shareContact();
  way.chat.pressData(`resend:${phone}`, 1);
  way.givesId();
  await way.isAskedForTheCode();
  await toTheEnd(way, member);
};

const givesUp: Visit = async (way, member) => {
  await asFarAsCode(way, member);
  way.cancels();
  await way.hears('dialogue-cancelled');
};

/** What these come to depends on who is in trouble: nobody waits for an SMS. */
const leaves: Visit = async (way, member) => {
  await asFarAsId(way, member);
  const { id } = way.givesId();
  await eventually(
    async () => way.chat.messages(),
    (messages) => messages.some((message) => message.id === id && message.deleted),
  );
};

const visits: readonly { visit: Visit; onRecord: boolean; troubled?: 'vendor' | 'portal' }[] = [
  { visit: recovers, onRecord: true },
  { visit: recovers, onRecord: true },
  { visit: typesMobile, onRecord: false },
  { visit: firstMobile((way) => void way.chat.shareContact()), onRecord: false },
  { visit: failsThrice, onRecord: true },
  { visit: isNobody, onRecord: true },
  { visit: talksTooMuch, onRecord: true },
  { visit: givesUp, onRecord: true },
  { visit: leaves, onRecord: true, troubled: 'vendor' },
  { visit: leaves, onRecord: true, troubled: 'portal' },
];

/** Which visit somebody with this number makes. */
export const visitOf = (number: number) => visits[number % visits.length]!;
