import type { Settings } from './settings.js';

export type SendSms = (mobile: string, tokens: Readonly<Record<string, string>>) => Promise<void>;

/** Kavenegar's look-up templates. Throws when the vendor does not take the message. */
export function makeSms({ url, apiKey, template }: Settings['sms']): SendSms {
  return async (mobile, tokens) => {
    const response = await fetch(`${url}/v1/${apiKey}/verify/lookup.json`, {
      method: 'POST',
      body: new URLSearchParams({ receptor: mobile, template, ...tokens }),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json()) as { return: { status: number } };
    if (answer.return.status !== 200) throw new Error(`SMS refused: ${answer.return.status}`);
  };
}
