import { cast, person, player, staffCast } from '../../../playground/cast.js';
import { makeStageClock } from '../../../playground/clock.js';
import type { Emulator } from '../../../playground/emulator/emulator.js';
import { personChat } from '../../../playground/person-chat.js';
import { makePhoneNetwork } from '../../../playground/phone/phone.js';
import { makePortalDesk, type EmbeddedPortal } from '../../../playground/portal/desk.js';
import { makeSamples } from '../../../playground/samples/samples.js';
import type { Stage } from '../../../playground/server/stage.js';
import type { View } from '../../../playground/server/view.js';
import { localesFolder } from '../../../src/app/locales.js';
import { systemClock } from '../../../src/clock.js';
import { loadWords } from '../../../src/words/load-words.js';

const sara = person('sara');

/** A portal that knows one account. */
function smallPortal(): EmbeddedPortal {
  let password = sara.portalPassword ?? '';
  return {
    signIn: async (insuredCode, tried) => insuredCode === sara.insuredCode && tried === password,
    changePassword: async (_insuredCode, next) => {
      password = next;
      return true;
    },
    state: async () => 'changed',
    setAway: () => undefined,
  };
}

/** A stage without the product: whoever calls the emulator is the bot. */
export function stageOver(emulator: Emulator): Stage {
  const clock = makeStageClock(systemClock);
  const phone = makePhoneNetwork({ clock, arrival: 'by-hand' });
  const embedded = smallPortal();
  const portal = makePortalDesk({ portal: async () => embedded, url: 'https://portal.example/' });
  return {
    cast,
    staff: staffCast,
    samples: makeSamples({ cast, clock, words: loadWords(localesFolder()) }),
    clock,
    phone,
    portal,
    chat: (role, messenger) => personChat(emulator, messenger, player(role)),
    bot: (messenger) => emulator.bot(messenger),
    restartBot: async () => undefined,
    advance: async (milliseconds) => clock.advance(milliseconds),
    onChange: (listener) => {
      const leave = [emulator.onChange(listener), phone.onChange(listener), portal.onChange(listener)];
      return () => leave.forEach((stop) => stop());
    },
  };
}

/** The views that a page would draw. */
export async function watch(address: string, role: string, messenger: string) {
  const answer = await fetch(`${address}/events?role=${role}&messenger=${messenger}`);
  if (!answer.body) throw new Error('no stream came');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const next = async (): Promise<View> => {
    for (;;) {
      const [event, ...rest] = held.split('\n\n');
      if (event !== undefined && rest.length > 0) {
        held = rest.join('\n\n');
        return JSON.parse(event.replace(/^[\s\S]*?data: /, '')) as View;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      held += value;
    }
  };
  const until = async <Shown>(shown: (view: View) => Shown[], count: number): Promise<Shown[]> => {
    for (;;) {
      const now = shown(await next());
      if (now.length >= count) return now;
    }
  };
  return { next, until, stop: () => reader.cancel() };
}
