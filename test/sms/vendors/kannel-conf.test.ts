import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAtKannel } from '../../../src/cli/checks/kannel.js';
import { makeKannel } from '../../../src/sms/vendors/kannel.js';
import { codeMessage, noticeMessage } from '../../contracts/sms-provider.js';
import { kannelFolder } from '../../support/services.js';
import { startKannel, type Kannel, type KannelPorts } from '../../support/vendors/kannel.js';
import { texts } from '../../support/vendors/sms-vendor.js';
import { untilPasses } from '../../support/eventually.js';

const shipped = readFileSync(new URL('../../../deploy/kannel.conf', import.meta.url), 'utf8');
const password = 'sendsms-secret';

/** The file as it is shipped, with ports and files of the test, and Kannel's own test operator at the other end. */
const inPlace = (ports: KannelPorts, folder: string): string =>
  shipped
    .replace(
      /group = smsc\n(?:.+\n)*/,
      `group = smsc\nsmsc = fake\nsmsc-id = operator\nport = ${ports.operator}\nconnect-allow-ip = 127.0.0.1\n`,
    )
    .replace('admin-port = 13000', `admin-port = ${ports.admin}`)
    .replace('smsbox-port = 13001', `smsbox-port = ${ports.boxes}`)
    .replace('sendsms-port = 13013', `sendsms-port = ${ports.http}`)
    .replaceAll('/var/log/kannel/', `${folder}/`)
    .replace('SENDSMS-PASSWORD', password)
    .replace('ADMIN-PASSWORD', 'admin-secret');

describe.skipIf(!kannelFolder())('a real Kannel with deploy/kannel.conf', () => {
  let kannel: Kannel | null = null;
  afterEach(() => kannel?.stop());
  const open = async () => {
    kannel = await startKannel(kannelFolder() ?? '', inPlace);
    await kannel.linkUp();
    const account = { url: kannel.url, username: 'ramzyar', password };
    return {
      kannel,
      account,
      provider: makeKannel({ ...account, from: '30001234', deliveryUrl: null }, texts),
    };
  };

  it('sends a code and a notice, and writes neither number nor code nor text into any log', async () => {
    const { kannel: real, account, provider } = await open();
    expect(await provider.sendCode(codeMessage)).toMatchObject({ kind: 'accepted' });
    expect(await provider.sendNotice(noticeMessage)).toMatchObject({ kind: 'accepted' });
    await untilPasses(() => expect(real.arrived).toHaveLength(2));
    await provider.sendCode({ ...codeMessage, to: '09' });
    const stranger = makeKannel({ ...account, password: 'wrong', from: '1', deliveryUrl: null }, texts);
    await stranger.sendCode(codeMessage);
    real.linkDown();
    await provider.sendCode(codeMessage);
    const written = real.written();
    for (const secret of [codeMessage.to.slice(1), codeMessage.code, texts.code(codeMessage), password])
      expect(written).not.toContain(secret);
    // That it would be seen if it were written.
    expect(real.arrived[0]?.text).toContain(codeMessage.code);
  });

  it('is known to the doctor by its answer, tells a wrong password, and sends nothing for it', async () => {
    const { kannel: real, account } = await open();
    expect(await lookAtKannel(account)).toMatchObject({ state: 'ok' });
    expect(await lookAtKannel({ ...account, password: 'wrong' })).toMatchObject({
      ...{ state: 'fault', found: 'refuses user and password' },
    });
    expect(real.arrived).toEqual([]);
  });
});

it('what is shipped has a log-file for each program, no access-log, and nothing below errors in either', () => {
  expect(shipped).not.toMatch(/^access-log/m);
  expect(shipped.match(/^log-level = 3$/gm)).toHaveLength(2);
  expect(shipped).not.toMatch(/^store-/m);
});
