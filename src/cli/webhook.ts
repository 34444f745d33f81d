import { z } from 'zod';
import { webhookAddress } from '../app/webhook-endpoint.js';
import { readConfig, type Config } from '../config/config.js';
import { webhookQuestion } from '../intake/webhook-source.js';
import type { Answer } from '../messenger/answer.js';
import { makeMessenger, type Messenger } from '../messenger/messenger.js';
import type { CliCommand } from './command.js';

type Subcommand = 'set' | 'delete' | 'show';

export const webhookCommand: CliCommand = {
  name: 'webhook',
  subcommands: ['set', 'delete', 'show'] satisfies Subcommand[],
  does: 'tells each messenger where to bring updates, or asks what it was told',
  usage: [
    { words: 'set', does: 'as WEBHOOK_URL says (the start does so by itself)' },
    { words: 'delete', does: 'updates wait at the messenger until they are fetched' },
    { words: 'show', does: 'where it is set, how many updates wait, and the last trouble' },
  ],
  run: async ({ env, say }, subcommand) => {
    const config = readConfig(env());
    let code = 0;
    for (const messenger of config.messengers.map(makeMessenger)) {
      const { answer, means } = await subcommands[subcommand as Subcommand](messenger, config);
      if (answer.kind !== 'ok') code = 1;
      say(`${messenger.platform}: ${answer.kind === 'ok' ? means(answer.result) : explainFailure(answer)}`);
    }
    return code;
  },
};

interface Asked {
  answer: Answer;
  means: (result: unknown) => string;
}

const subcommands: Record<Subcommand, (messenger: Messenger, config: Config) => Promise<Asked>> = {
  set: async (messenger, { updates }) => {
    if (updates.kind === 'polling') throw new Error('UPDATES=polling: set UPDATES=webhook first');
    const body = JSON.stringify(webhookQuestion(webhookAddress(messenger.platform, updates)));
    return { answer: await messenger.call('setWebhook', { body }), means: () => 'set' };
  },
  delete: async (messenger) => ({
    answer: await messenger.call('deleteWebhook'),
    means: () => 'deleted: updates wait at the messenger until they are fetched',
  }),
  show: async (messenger, { updates }) => ({
    answer: await messenger.call('getWebhookInfo'),
    means: (result) => {
      const ours = updates.kind === 'webhook' ? webhookAddress(messenger.platform, updates).url : null;
      return describeHook(hookInfo.parse(result), ours);
    },
  }),
};

/** What a messenger says of a webhook; Bale says less than Telegram. */
export const hookInfo = z.object({
  url: z.string().default(''),
  pending_update_count: z.number().default(0),
  last_error_message: z.string().optional(),
});

function describeHook(info: z.infer<typeof hookInfo>, ours: string | null): string {
  const where = info.url === '' ? 'not set' : `set at ${placeOf(info.url)}, ${whose(info.url, ours)}`;
  const trouble = info.last_error_message ? `; last trouble: ${info.last_error_message}` : '';
  return `${where}; ${info.pending_update_count} updates wait${trouble}`;
}

const whose = (url: string, ours: string | null): string =>
  url === ours ? 'as the settings say' : 'not as the settings say';

/** Without the path, which may be a secret. */
export const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'no address');

export function explainFailure(answer: Exclude<Answer, { kind: 'ok' }>): string {
  return answer.kind === 'silent' ? `no answer (${answer.fault})` : `refused (${answer.status})`;
}
