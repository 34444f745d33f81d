import { expect } from 'vitest';
import { cutCable } from '../support/outages.js';
import { redisUrl } from '../support/services.js';
import type { Group, Row } from './row.js';

const mostInMinute = 5;

const gone: Row = {
  promise: 'members are answered as before, floods are held back by each process, and health says so',
  missing: redisUrl() === null ? 'no Redis answered' : null,
  async play(open) {
    const cable = await cutCable(redisUrl() ?? '');
    const settings = { REDIS_URL: cable.url, UPDATES_PER_MINUTE: String(mostInMinute) };
    const { played, reasons } = await open({ settings });
    const behrouz = played('behrouz');
    expect(await reasons()).toEqual([]);

    cable.begin(0);
    for (let count = 0; count < mostInMinute; count += 1) {
      behrouz.says('/help');
      await behrouz.hears('help');
    }
    expect(await reasons()).toEqual(['Redis is away: each replica limits floods for itself']);
    for (const text of ['/help', '/privacy']) behrouz.says(text);
    await behrouz.hears('flood');
    const mahin = played('mahin');
    mahin.says('/privacy');
    await mahin.hears('privacy');
    cable.close();
  },
};

export const redis: Group = { trouble: 'Redis is gone', rows: [gone] };
