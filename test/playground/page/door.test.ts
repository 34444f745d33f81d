import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { listen, type Listening } from '../../../playground/listen.js';
import { makeDoor, type Door } from '../../../playground/server/door.js';
import { stageOver, watch } from './page-stage.js';

describe('the address of the playground', () => {
  let emulator: Emulator;
  let door: Door;
  let server: Listening;
  beforeEach(async () => {
    emulator = await startEmulator();
    door = makeDoor();
    server = await listen(door.app);
  });
  afterEach(async () => {
    await server.stop();
    await emulator.stop();
  });

  it('has the page at once, and says of everything else that it is not ready', async () => {
    expect(await (await fetch(server.url)).text()).toContain('id="waiting"');
    expect((await fetch(`${server.url}/words.fa.js`)).status).toBe(200);
    expect((await fetch(`${server.url}/events?role=sara&messenger=telegram`)).status).toBe(503);
    const said = await fetch(`${server.url}/chats/telegram/sara/say`, { method: 'POST', body: '{}' });
    expect(said.status).toBe(503);
  });

  it('has the whole stage behind it as soon as that is set', async () => {
    door.open(stageOver(emulator));
    const views = await watch(server.url, 'sara', 'telegram');
    expect((await views.next()).person.role).toBe('sara');
    await views.stop();
  });

  it('is on this machine alone', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });
});
