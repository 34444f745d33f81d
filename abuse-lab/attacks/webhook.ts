import { connect, type Socket } from 'node:net';
import type { Attack } from '../attack.js';
import { victim, type Lab } from '../lab.js';
import { heldUp } from '../people/held-up.js';

const settings = {
  UPDATES: 'webhook',
  // Where each process really listens is known only when it starts.
  WEBHOOK_URL: 'http://127.0.0.1:1',
  WEBHOOK_SECRET: 'a-secret-of-the-abuse-lab',
};

/** How long a socket may stay open for whoever says nothing that is worth it: real time, since it is the kernel’s. */
const patienceMs = 20_000;

/** Whoever knocks at the port to which messengers bring updates. */
export const webhookAttacks: readonly Attack[] = [
  {
    row: 'B10',
    tries: 'two hundred sockets without the secret, each with a body that never ends',
    bound: { of: 'sockets held open for it', most: 0 },
    plan: { people: [victim], settings },
    async plays({ town, ownChat, newSms }) {
      const sockets = Array.from({ length: 200 }, () => unfinished(town.ports[0] ?? 0));
      const minutes = await heldUp(town, ownChat(victim), victim);
      const sms = await newSms();
      const end = Date.now() + patienceMs;
      while (sockets.some((one) => !one.closed) && Date.now() < end) await town.emulator.settled(200);
      const through = sockets.filter((one) => !one.closed).length;
      for (const one of sockets) one.destroy();
      return { through, minutes, sms };
    },
  },
  {
    row: 'D24',
    tries: 'made-up updates are brought with no secret, a wrong one, and the right one in the wrong place',
    bound: { of: 'updates taken in', most: 0 },
    plan: { people: [victim], settings },
    async plays(lab) {
      const { WEBHOOK_SECRET: secret } = settings;
      const given: Record<string, string>[] = [
        {},
        { 'x-telegram-bot-api-secret-token': 'wrong' },
        { 'x-forwarded-secret': secret },
      ];
      const answers = await Promise.all(given.map((headers) => bring(lab, headers)));
      await lab.town.emulator.settled(400);
      const heard = lab
        .chat(1)
        .account.messages()
        .filter(({ from }) => from === 'bot').length;
      return {
        through: answers.filter((status) => status < 400).length + heard,
        minutes: null,
        sms: await lab.newSms(),
      };
    },
  },
];

function unfinished(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.write(
    `POST /telegram HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"a`,
  );
  return socket;
}

async function bring({ town, chat }: Lab, headers: Record<string, string>): Promise<number> {
  const { id } = chat(1).account;
  const from = { id, is_bot: false, first_name: 'ر' };
  const message = { message_id: 5, date: 1, from, chat: { id, type: 'private' }, text: '/help' };
  const { status } = await fetch(`http://127.0.0.1:${town.ports[0]}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ update_id: 990_001, message }),
  });
  return status;
}
