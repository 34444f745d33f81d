import { makeSmsGateway, type SmsGateway } from '../../src/sms/gateway.js';
import type { SmsProvider, SmsResult } from '../../src/sms/port.js';

export const accepted: SmsResult = { kind: 'accepted', id: '77' };
export const noCredit: SmsResult = { kind: 'refused', reason: 'credit', fault: 'no credit' };
export const badNumber: SmsResult = { kind: 'refused', reason: 'recipient', fault: 'bad number' };
export const away: SmsResult = { kind: 'unavailable', maybeSent: false, fault: 'away' };
export const inDoubt: SmsResult = { kind: 'unavailable', maybeSent: true, fault: 'too slow' };

export const minute = 60_000;

/** Two vendors whose next words are ours to choose, and a clock to turn. */
export function harness(): {
  gateway: SmsGateway;
  says: { first: SmsResult; second: SmsResult };
  asked: string[];
  troubles: string[];
  back: string[];
  later: (ms: number) => void;
} {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const says = { first: accepted, second: accepted };
  const asked: string[] = [];
  const troubles: string[] = [];
  const back: string[] = [];
  const provider = (name: 'first' | 'second'): SmsProvider => {
    const send = async (): Promise<SmsResult> => {
      asked.push(name);
      return says[name];
    };
    return {
      name,
      sendCode: send,
      sendNotice: send,
      status: async (id) => (id === '77' ? 'delivered' : 'unknown'),
      credit: async () => (name === 'first' ? { left: 1_000, unit: 'messages' } : null),
    };
  };
  const gateway = makeSmsGateway({
    providers: [provider('first'), provider('second')],
    clock: { now: () => new Date(now) },
    breaker: { faults: 3, restMs: minute },
    onTrouble: ({ provider, kind }) => void troubles.push(`${provider} ${kind}`),
    onBack: (provider) => void back.push(provider),
  });
  return {
    gateway,
    says,
    asked,
    troubles,
    back,
    later: (ms) => {
      now += ms;
    },
  };
}
