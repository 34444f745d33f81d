import { Like } from 'typeorm';
import { LimitCounter } from '../../entities/limit-counter.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import type { CastMember } from '../../playground/cast.js';
import { startStage, type PlayedStage, type StageOptions } from '../../playground/stage.js';
import { codeIsSent, identifies } from '../../playground/walkthrough/identifies.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { Played } from '../../playground/walkthrough/played.js';
import type { PlatformName } from '../../src/platforms.js';
import { eventually } from '../support/eventually.js';
import { second } from '../support/hand-clock.js';
import { vendorHarnesses, type VendorName } from '../support/vendors/harnesses.js';
import { onPhones } from '../support/vendors/on-phones.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';
import { ampleTimeouts } from '../support/vendors/stand-in.js';

export interface SceneOptions extends StageOptions {
  /** In their order; the playground's own without a word. */
  vendors?: readonly VendorName[];
}

/** The product among people, with everybody outside in our hands. */
export type Scene = Awaited<ReturnType<typeof openScene>>;

const nobodyListens = makeNarrator(() => undefined, false);

export async function openScene({ vendors: names, settings, ...options }: SceneOptions) {
  const vendors = await Promise.all((names ?? []).map((name) => vendorHarnesses[name].open()));
  const timeouts = ampleTimeouts();
  const stage = await startStage({
    messengers: ['telegram'],
    timeouts,
    ...options,
    settings: { ...settings, ...(names ? vendorSettings(names, vendors) : {}) },
  });
  for (const [place, vendor] of vendors.entries())
    vendor.landsOn(onPhones(stage.phone, names?.[place] ?? ''));
  return {
    ...{ stage, vendors, timeouts },
    ...peopleOn(stage),
    ...booksOf(stage),
    /** The clock goes on, second by second, until it is so. */
    inTime: async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
      await eventually(
        async () => (await isSo()) || (await stage.advance(second), false),
        (so) => so,
      );
    },
    async close() {
      await stage.stop();
      await Promise.all(vendors.map((vendor) => vendor.close()));
    },
  };
}

function vendorSettings(names: readonly VendorName[], vendors: readonly SmsVendor[]) {
  const each = names.map((name, place) => vendorHarnesses[name].settings(vendors[place]?.url ?? ''));
  return Object.assign({ SMS_PROVIDERS: names.join() }, ...each) as Record<string, string>;
}

function peopleOn(stage: PlayedStage) {
  const played = (role: CastMember['role'], messenger: PlatformName = 'telegram') =>
    new Played(role, { stage, messenger, narrator: nobodyListens });
  /** Somebody whose mobile is on record, as far as the word that the code is on its way. */
  const asksForCode = async (
    role: CastMember['role'] = 'behrouz',
    messenger: PlatformName = 'telegram',
  ): Promise<Played> => {
    const member = played(role, messenger);
    member.says('/reset');
    await identifies(member);
    await member.hears(...codeIsSent);
    return member;
  };
  /** Types the code of the next SMS, and is back in. */
  const finishes = async (member: Played): Promise<void> => {
    member.says(await member.readsCode());
    await member.hears('reset-done');
  };
  return { played, asksForCode, finishes };
}

/** What the product has written down. */
function booksOf(stage: PlayedStage) {
  const manager = async () => (await stage.app()).dataSource.manager;
  const jobs = async (kind: string) =>
    (await (await manager()).find(OutboxEntry, { where: { kind }, order: { id: 'ASC' } })).map(
      ({ state }) => state,
    );
  return {
    jobs,
    became: (kind: string, ...states: OutboxEntry['state'][]) =>
      eventually(
        () => jobs(kind),
        (found) => found.join() === states.join(),
      ),
    /** What stands against the limits of text messages. */
    sendsCounted: async (): Promise<number> =>
      (await (await manager()).findBy(LimitCounter, { key: Like('sends:%') })).reduce(
        (sum, { count }) => sum + count,
        0,
      ),
    /** What `/readyz` finds amiss. */
    reasons: async (): Promise<string[]> => {
      const answer = await fetch(`http://127.0.0.1:${(await stage.app()).httpPort()}/readyz`);
      return ((await answer.json()) as { reasons: string[] }).reasons;
    },
    recoveries: async () => (await manager()).find(PasswordReset, { order: { reservedAt: 'ASC' } }),
  };
}

/** How often a vendor was asked to send something. */
export const asked = ({ received }: SmsVendor): number =>
  received.filter(({ url }) => /lookup|verify|BaseServiceNumber/.test(url.pathname)).length;
