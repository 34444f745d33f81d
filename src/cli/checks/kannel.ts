import { makeHttpClient } from '../../http-client/http-client.js';
import type { KannelSettings } from '../../sms/vendors/kannel.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

const about = 'sms kannel';

/** Asked to send to nobody: it looks at user and password first, and sends nothing. */
export async function lookAtKannel(
  settings: Pick<KannelSettings, 'url' | 'username' | 'password'>,
): Promise<CheckResult> {
  const url = new URL(settings.url);
  if (url.pathname === '/') url.pathname = '/cgi-bin/sendsms';
  const answer = await makeHttpClient()({
    method: 'POST',
    url,
    headers: {
      'content-type': 'text/plain; charset=UTF-8',
      'x-kannel-username': settings.username,
      'x-kannel-password': settings.password,
    },
    body: '',
  });
  if (answer.kind === 'silent')
    return fault(
      about,
      `not reached: ${answer.fault}`,
      'does smsbox run, and does KANNEL_URL lead to its sendsms-port?',
    );
  if (answer.status === 403)
    return fault(
      about,
      'refuses user and password',
      'set KANNEL_USERNAME and KANNEL_PASSWORD as the sendsms-user of kannel.conf has them, and let user-allow-ip let this machine in',
    );
  if (answer.status === 400)
    return ok(about, 'answers, and knows us; send yourself a test message: /sms test');
  if (answer.status === 503)
    return fault(about, 'smsbox answers, and bearerbox does not', 'start bearerbox, and look into its log');
  return warning(
    about,
    `answers with HTTP ${answer.status}, as no smsbox does`,
    'does KANNEL_URL lead to the sendsms-port of smsbox?',
  );
}
