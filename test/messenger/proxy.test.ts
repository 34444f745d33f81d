import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { person } from '../../playground/cast.js';
import { parseProxy } from '../../src/http-client/proxy-address.js';
import { isUnheard } from '../../src/messenger/answer.js';
import { makeMessenger } from '../../src/messenger/messenger.js';
import { multipart } from '../../src/messenger/multipart.js';
import { quickRate } from '../support/messengers.js';
import { connectProxy, socksProxy, type TestProxy } from '../support/proxies.js';

let emulator: Emulator;
let proxy: TestProxy | undefined;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => {
  await proxy?.close();
  await emulator.stop();
});

const chat = person('sara').accounts.telegram ?? 0;
const messengerBy = (address: string) =>
  makeMessenger({
    ...{ platform: 'telegram', rate: quickRate, proxy: parseProxy(address) },
    ...{ token: emulator.token('telegram'), apiRoot: emulator.root('telegram') },
  });

it.each([
  { kind: 'http', start: connectProxy },
  { kind: 'socks5', start: socksProxy },
])('words and files go out through the proxy ($kind), and files come in', async ({ kind, start }) => {
  const own = (proxy = await start());
  const messenger = messengerBy(`${kind}://127.0.0.1:${own.port}`);
  const sara = emulator.account({ messenger: 'telegram', id: chat, firstName: 'x' });
  sara.say('/start');
  const body = JSON.stringify({ chat_id: chat, text: 'سلام' });
  expect(await messenger.call('sendMessage', { body })).toMatchObject({ kind: 'ok' });
  const file = {
    field: 'document',
    name: 'a.csv',
    mime: 'text/csv',
    pieces: [Buffer.from('یک\n'), Buffer.from('دو')],
  };
  const sent = await messenger.call('sendDocument', {
    body: multipart({ chat_id: String(chat) }, file, 'edge'),
  });
  const { document } = (sent as { result: { document: { file_id: string } } }).result;
  const found = await messenger.call('getFile', { body: JSON.stringify({ file_id: document.file_id }) });
  const { file_path: path } = (found as { result: { file_path: string } }).result;
  const pieces: Uint8Array[] = [];
  const fetched = await messenger.fetch(path, { most: 1_000, write: (piece) => pieces.push(piece) });
  expect([fetched, Buffer.concat(pieces).toString()]).toEqual([{ kind: 'ok' }, 'یک\nدو']);
  expect(new Set(own.asked)).toEqual(new Set([new URL(emulator.root('telegram')).host]));
});

it('while the proxy is gone nobody has heard the call, and neither it nor the token is in the answer', async () => {
  const own = await connectProxy();
  await own.close();
  const messenger = messengerBy(`http://bot:proxy-secret@127.0.0.1:${own.port}`);
  const answer = await messenger.call('sendMessage');
  expect(answer).toEqual({ kind: 'silent', written: false, fault: 'proxy ECONNREFUSED' });
  expect(isUnheard(answer)).toBe(true);
});
