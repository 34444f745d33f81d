import { createHmac } from 'node:crypto';
import type { Settings } from './settings.js';

/** The insurer's portal (docs/portal-api.yaml). */
export interface Portal {
  account(insuredCode: string): Promise<'initial' | 'changed' | 'missing'>;
  /** Throws when there is no clear answer. */
  reset(id: string, insuredCode: string): Promise<void>;
}

export function makePortal({ url, token, secret }: Settings['portal']): Portal {
  const ask = (method: 'GET' | 'POST', path: string, body = '', headers = {}): Promise<Response> => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const address = new URL(url + path);
    const signed = `${timestamp}.${method}.${address.pathname}.${body}`;
    const signature = createHmac('sha256', secret).update(signed).digest('hex');
    return fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-timestamp': timestamp,
        'x-signature': `sha256=${signature}`,
        ...headers,
      },
      ...(body && { body }),
      signal: AbortSignal.timeout(6_000),
    });
  };
  return {
    async account(insuredCode) {
      const answer = await ask('GET', `/accounts/${insuredCode}`);
      const { password } = (await answer.json()) as { password?: 'initial' | 'changed' };
      if (answer.status === 404) return 'missing';
      if (!password) throw new Error(`portal: HTTP ${answer.status}`);
      return password;
    },
    async reset(id, insuredCode) {
      const body = JSON.stringify({ id, requestedAt: new Date().toISOString() });
      const headers = { 'content-type': 'application/json', 'idempotency-key': id };
      const answer = await ask('POST', `/accounts/${insuredCode}/password-resets`, body, headers);
      await answer.text();
      if (!answer.ok) throw new Error(`portal: HTTP ${answer.status}`);
    },
  };
}
