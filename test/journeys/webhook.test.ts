import { describe, it } from 'vitest';
import { startStage } from '../../playground/stage.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { sceneOn } from '../../playground/walkthrough/play.js';
import { firstTime } from '../../playground/walkthrough/ways/first-time.js';
import { secondTime } from '../../playground/walkthrough/ways/second-time.js';
import { deadAddress } from '../support/vendors/stand-in.js';

describe.each(['telegram', 'bale'] as const)(
  'on %s, by webhook, before a portal that stands by itself',
  (messenger) => {
    it.each([firstTime, secondTime])('a member walks the way: $name', async (way) => {
      const url = await deadAddress();
      const stage = await startStage({
        messengers: [messenger],
        portal: 'http',
        settings: {
          UPDATES: 'webhook',
          WEBHOOK_URL: url,
          WEBHOOK_SECRET: 'a-secret-of-the-journeys',
          PORT: new URL(url).port,
        },
      });
      const told: string[] = [];
      try {
        await way.play(
          sceneOn(
            stage,
            messenger,
            makeNarrator((line) => told.push(line), false),
          ),
        );
      } finally {
        await stage.stop();
      }
    });
  },
);
