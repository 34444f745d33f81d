import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { systemClock } from '../../src/clock.js';
import { makeWebhookSource } from '../../src/intake/webhook-source.js';
import type { UpdateSource } from '../../src/intake/update-source.js';
import { silence } from '../../src/log.js';
import { messengerAt } from '../support/messengers.js';
import { untilPasses } from '../support/eventually.js';

const address = { url: 'http://127.0.0.1:9/telegram', secretToken: 'a-secret' };

describe('a webhook', () => {
  let emulator: Emulator;
  let hook: UpdateSource;
  let refused: number;
  beforeEach(async () => {
    refused = 0;
    emulator = await startEmulator({ messengers: ['telegram'] });
    hook = makeWebhookSource({
      messenger: own(),
      address,
      clock: systemClock,
      log: silence,
      tokenRefused: () => void (refused += 1),
      lookAgainMs: 10,
    });
  });
  afterEach(async () => {
    await hook.stop();
    await emulator.stop();
  });

  const own = () => messengerAt(emulator, 'telegram');
  const stands = async () => {
    const answer = await own().call('getWebhookInfo');
    return answer.kind === 'ok' && (answer.result as { url: string }).url === address.url;
  };
  const untilItStands = () => untilPasses(async () => expect(await stands()).toBe(true));

  it('is set again when somebody has taken it away', async () => {
    hook.start();
    await untilItStands();
    await own().call('deleteWebhook');
    await untilItStands();
  });

  it('is set as soon as the messenger answers again', async () => {
    emulator.faults.next({ kind: 'not-json', status: 502 }, { method: 'setWebhook' });
    hook.start();
    await untilItStands();
    expect(hook.reached()).toBe(true);
  });

  it('stays when this replica stops: others may be taking updates', async () => {
    hook.start();
    await untilItStands();
    await hook.stop();
    expect(await stands()).toBe(true);
  });

  it('tells when the messenger refuses the token', async () => {
    hook.start();
    await untilItStands();
    emulator.faults.revokeToken('telegram');
    await untilPasses(() => expect(refused).toBeGreaterThan(0));
  });
});
