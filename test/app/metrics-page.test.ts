import { describe, expect, it } from 'vitest';
import { makeMetricsPage, type Queues } from '../../src/app/metrics-page.js';
import { makeMetrics } from '../../src/metrics.js';

const some: Queues = {
  depths: {
    ...{ inbox_waiting: 1, inbox_parked: 2 },
    ...{ outbox_waiting: 3, outbox_failed: 4, outbox_doubt: 5 },
  },
  lateness: { inbox: 0.5, outbox: 6 },
};

const process = async () => [];
const rests = () => ({
  providers: new Map([
    ['smsir', true],
    ['kannel', false],
  ]),
  messengers: new Map([['bale', true]]),
  floodAlone: true,
});

const pageWith = (queues: () => Promise<Queues>) =>
  makeMetricsPage({
    ...{
      metrics: makeMetrics(),
      version: '1.2.3',
      replica: 'bot-1',
      queues,
      process,
      rests,
      leading: () => true,
      patienceMs: 0,
    },
  });

describe('the page of metrics', () => {
  it('says how much waits, and by its name that every replica says the same', async () => {
    const page = makeMetricsPage({
      ...{
        metrics: makeMetrics(),
        version: '1.2.3',
        replica: 'bot-1',
        process,
        rests,
        leading: () => false,
        queues: async () => some,
      },
    });
    const text = await page();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual([
      'ramzyar_build_info{version="1.2.3",replica="bot-1"} 1',
      'ramzyar_leader 0',
      'ramzyar_database_up 1',
      'ramzyar_sms_provider_resting{provider="smsir"} 1',
      'ramzyar_sms_provider_resting{provider="kannel"} 0',
      'ramzyar_messenger_resting{platform="bale"} 1',
      'ramzyar_flood_limit_alone 1',
      'ramzyar_shared_inbox_updates{state="waiting"} 1',
      'ramzyar_shared_inbox_updates{state="parked"} 2',
      'ramzyar_shared_outbox_jobs{state="waiting"} 3',
      'ramzyar_shared_outbox_jobs{state="failed"} 4',
      'ramzyar_shared_outbox_jobs{state="doubt"} 5',
      'ramzyar_shared_oldest_waiting_seconds{queue="inbox"} 0.5',
      'ramzyar_shared_oldest_waiting_seconds{queue="outbox"} 6',
    ]);
    expect(text.match(/take max\(\) and not sum\(\)/g)).toHaveLength(3);
  });

  it('leaves out what a failing database would have said, and does not take it for zero', async () => {
    const text = await pageWith(() => Promise.reject(new Error('away')))();
    expect(text).toContain('\nramzyar_database_up 0\n');
    expect(text).not.toContain('shared');
  });

  it('does not wait for a database that says nothing, and does not ask it again meanwhile', async () => {
    let asked = 0;
    let answer: (queues: Queues) => void = () => undefined;
    const page = pageWith(() => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    for (const text of [await page(), await page()]) expect(text).toContain('\nramzyar_database_up 0\n');
    expect(asked).toBe(1);
    answer(some);
    expect(await page()).toContain('\nramzyar_database_up 1\n');
    await page();
    expect(asked).toBe(2);
  });
});
