import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';
import { badRequest, conflict } from '../refusal.js';
import type { WireUpdate } from '../update-queue.js';
import type { Call, Method } from './method.js';

const longestPollSeconds = 50;

/** Waits for updates; the offset confirms, and a second poll turns the first one out. */
const getUpdates: Method = async (messenger, call) => {
  if (messenger.webhook.url !== '') {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  messenger.poll?.(
    conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
  );
  rememberAllowed(messenger, call.parameters);
  const limit = Math.min(Math.max(call.parameters.integer('limit') ?? 100, 1), 100);
  messenger.updates.confirm(call.parameters.integer('offset') ?? 0);
  const waiting = messenger.updates.take(limit);
  return waiting.length > 0 ? waiting : waitForUpdates(messenger, call, limit);
};

const setWebhook: Method = (messenger, { parameters }) => {
  const url = parameters.text('url');
  const secret = parameters.text('secret_token');
  if (url !== '' && !isReachable(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (secret !== '' && !/^[\w-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  rememberAllowed(messenger, parameters);
  drop(messenger, parameters);
  messenger.poll?.(conflict('terminated by setWebhook request'));
  if (url === '') messenger.webhook.remove();
  else messenger.webhook.set(url, secret === '' ? null : secret);
  return true;
};

const deleteWebhook: Method = (messenger, { parameters }) => {
  drop(messenger, parameters);
  messenger.webhook.remove();
  return true;
};

const getWebhookInfo: Method = ({ webhook, updates }) => ({
  url: webhook.url,
  has_custom_certificate: false,
  pending_update_count: updates.size,
  ...(webhook.lastTrouble === null
    ? {}
    : { last_error_date: webhook.lastTrouble.at, last_error_message: webhook.lastTrouble.message }),
});

export const receiving = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo };

/** Gives what arrives first, or nothing when the time is up, the caller has hung up, or another poll comes. */
function waitForUpdates(messenger: Messenger, call: Call, limit: number): Promise<WireUpdate[]> {
  const seconds = Math.min(Math.max(call.parameters.integer('timeout') ?? 0, 0), longestPollSeconds);
  return new Promise((resolve, reject) => {
    const stopListening = messenger.updates.onArrival(() =>
      leave(() => resolve(messenger.updates.take(limit))),
    );
    const timer = setTimeout(() => leave(() => resolve([])), seconds * 1000);
    const hangUp = () => leave(() => resolve([]));
    call.signal.addEventListener('abort', hangUp, { once: true });
    const turnOut = (reason: Error) => leave(() => reject(reason));
    messenger.poll = turnOut;

    function leave(answer: () => void) {
      stopListening();
      clearTimeout(timer);
      call.signal.removeEventListener('abort', hangUp);
      if (messenger.poll === turnOut) messenger.poll = null;
      answer();
    }
  });
}

function rememberAllowed(messenger: Messenger, parameters: Parameters): void {
  const asked = parameters.json('allowed_updates');
  if (messenger.face.updates.choosable && Array.isArray(asked)) {
    messenger.allowedUpdates = asked.filter((kind) => typeof kind === 'string');
  }
}

function drop(messenger: Messenger, parameters: Parameters): void {
  if (messenger.face.updates.choosable && parameters.flag('drop_pending_updates')) messenger.updates.clear();
}

/** The real ones insist on HTTPS; the emulator also reaches this machine without. */
function isReachable(url: string): boolean {
  return URL.canParse(url) && /^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url);
}
