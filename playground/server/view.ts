import type { PlatformName } from '../../src/platforms.js';
import type { CastMember, Player } from '../cast.js';
import { chatShown } from './shown-chat.js';
import { peopleShown } from './shown-people.js';
import type { Stage } from './stage.js';

/** Messages and texts shown at most. */
const shownMost = 200;

/** What one person sees on one messenger, as the page draws it. Instants are epoch milliseconds by the stage's clock. */
export type View = Awaited<ReturnType<typeof viewOf>>;

export async function viewOf(stage: Stage, player: Player, messenger: PlatformName) {
  const { role, name, latinName, accounts } = player;
  return {
    now: stage.clock.now().getTime(),
    cast: peopleShown(stage, stage.cast),
    staff: peopleShown(stage, stage.staff),
    person: { role, name, latinName, messenger, accounts, card: await cardOf(stage, player) },
    chat: {
      bot: stage.bot(messenger),
      ...chatShown(stage.chat(role, messenger), { files: `/files/${messenger}/${role}`, most: shownMost }),
    },
    /** Only members have these in front of them. */
    phone: 'phone' in player ? phoneOf(stage, player.phone) : null,
    portal: 'insuredCode' in player ? await portalOf(stage, player.insuredCode) : null,
    samples: stage.samples.names,
  };
}

/** The insurance card; null for staff. */
async function cardOf(stage: Stage, player: Player) {
  if (!('insuredCode' in player)) return null;
  const { insuredCode, nationalId, phone } = player;
  return { insuredCode, nationalId, phone, password: await passwordOf(stage, player) };
}

/** What stands on the card about the password at the portal; null where nobody but its owner could know. */
async function passwordOf({ portal }: Stage, { insuredCode, portalPassword }: CastMember) {
  if ((await portal.state(insuredCode)) === 'initial') return { kind: 'initial', text: null };
  const stands = portalPassword !== null && !portal.hasChanged(insuredCode);
  return stands ? { kind: 'forgotten', text: portalPassword } : null;
}

async function portalOf({ portal }: Stage, insuredCode: string) {
  return { url: portal.url, away: portal.isAway(), state: await portal.state(insuredCode) };
}

function phoneOf({ phone }: Stage, number: string) {
  const { delayMs, down } = phone.reception(number);
  return {
    number,
    delaySeconds: delayMs / 1000,
    down,
    inTheAir: phone.inTheAir(number),
    messages: phone
      .inbox(number)
      .slice(-shownMost)
      .map(({ id, from, text, arrivedAt }) => ({ id, from, text, at: arrivedAt })),
  };
}
