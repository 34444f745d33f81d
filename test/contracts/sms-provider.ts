import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeMessage, NoticeMessage, SmsProvider, SmsResult } from '../../src/sms/port.js';
import { person } from '../../playground/cast.js';
import type { ArrivedSms } from '../support/vendors/sms-vendor.js';

/** A provider with what stands behind it. */
export interface SmsRig {
  provider: SmsProvider;
  /** What the phones have got so far. */
  arrived: () => Promise<ArrivedSms[]>;
  /** Keys, names and passwords that no fault may hold. */
  secrets: readonly string[];
  close: () => Promise<void>;
}

/** A trouble of this provider's, and what must be said of it. */
export interface SmsTrouble<Rig extends SmsRig> {
  when: string;
  arrange: (rig: Rig) => void | Promise<void>;
  says: object;
}

export const codeMessage: CodeMessage = {
  to: person('sara').phone,
  code: '04071',
  minutes: 5,
  platform: 'bale',
  reference: 'c0ffee00c0ffee00c0ffee00c0ffee00-1',
};

export const noticeMessage: NoticeMessage = {
  to: person('behrouz').phone,
  notice: 'reset',
  reference: '0ddba11000ddba11000ddba11000ddba-n',
};

/** What every SMS provider keeps, whoever stands behind it. */
export function keepsSmsContract<Rig extends SmsRig>(
  name: string,
  open: () => Promise<Rig>,
  troubles: readonly SmsTrouble<Rig>[],
): void {
  describe(`${name} keeps the SMS contract`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.close());

    it('a code reaches the one number that it is for, leading zero and all', async () => {
      expect(await rig.provider.sendCode(codeMessage)).toMatchObject({ kind: 'accepted' });
      const arrived = await rig.arrived();
      expect(arrived).toHaveLength(1);
      expect(arrived[0]?.to).toBe(codeMessage.to);
      expect(arrived[0]?.text).toContain(codeMessage.code);
    });

    it('a notice reaches the number on record and carries no code', async () => {
      expect(await rig.provider.sendNotice(noticeMessage)).toMatchObject({ kind: 'accepted' });
      const arrived = await rig.arrived();
      expect(arrived.map(({ to }) => to)).toEqual([noticeMessage.to]);
      expect(arrived[0]?.text).toMatch(/\p{L}/u);
      expect(arrived[0]?.text).not.toContain(codeMessage.code);
    });

    it('a message that was never sent has no known state', async () => {
      expect(await rig.provider.status('1234567')).toBe('unknown');
    });

    it.each(troubles)('$when', async ({ arrange, says }) => {
      await arrange(rig);
      const result = await rig.provider.sendCode(codeMessage);
      expect(result).toMatchObject(says);
      expectNothingSecret(result, rig.secrets);
    });
  });
}

function expectNothingSecret(result: SmsResult, secrets: readonly string[]): void {
  const said = 'fault' in result ? result.fault : '';
  expect(said).not.toBe('');
  for (const secret of [codeMessage.code, codeMessage.to, codeMessage.to.slice(1), 'http://', ...secrets]) {
    expect(said).not.toContain(secret);
  }
}
