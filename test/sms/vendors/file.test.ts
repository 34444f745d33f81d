import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSmsFile, type WrittenSms } from '../../../src/sms/vendors/file.js';
import { codeMessage, keepsSmsContract, type SmsRig } from '../../contracts/sms-provider.js';
import { texts } from '../../support/vendors/sms-vendor.js';

interface FileRig extends SmsRig {
  folder: string;
  file: string;
}

async function open(): Promise<FileRig> {
  const folder = await mkdtemp(join(tmpdir(), 'ramzyar-sms-'));
  const file = join(folder, 'sms.jsonl');
  const clock = { now: () => new Date('2026-11-23T08:00:00Z') };
  return {
    folder,
    file,
    provider: makeSmsFile({ file }, texts, clock),
    arrived: async () =>
      (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as WrittenSms),
    secrets: [folder],
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

keepsSmsContract('the file of development', open, [
  {
    when: 'a file that cannot be written has certainly sent nothing',
    arrange: ({ close }) => close(),
    says: { kind: 'unavailable', maybeSent: false },
  },
]);

describe('the file of development', () => {
  it('is for its owner’s eyes only, and says when', async () => {
    const rig = await open();
    await rig.provider.sendCode(codeMessage);
    expect((await stat(rig.file)).mode & 0o777).toBe(0o600);
    expect(await rig.arrived()).toMatchObject([
      { at: '2026-11-23T08:00:00.000Z', reference: codeMessage.reference },
    ]);
    expect(await rig.provider.status(codeMessage.reference)).toBe('delivered');
    await rig.close();
  });
});
