import type { Measurement } from '../metrics.js';

/** What is left alone for a while, or has to do without, as this process sees it. */
export interface Rests {
  /** Each provider, and whether it failed so often that it is left alone, and has not sent since. */
  providers: ReadonlyMap<string, boolean>;
  /** Each messenger, and whether it has asked for so long a rest that somebody should look. */
  messengers: ReadonlyMap<string, boolean>;
  /** Is Redis away, so that each replica limits floods for itself? */
  floodAlone: boolean;
}

/** The same for Prometheus: 1 is what somebody should look at. */
export const restGauges = ({ providers, messengers, floodAlone }: Rests): Measurement[] => [
  gauge(
    'sms_provider_resting',
    'Did this provider fail three times in a row, and has not sent since?',
    each('provider', providers),
  ),
  gauge(
    'messenger_resting',
    'Has this messenger asked for more than half a minute of rest that is not over?',
    each('platform', messengers),
  ),
  gauge('flood_limit_alone', 'Is Redis away, so that this process limits floods for itself?', [
    { value: floodAlone ? 1 : 0 },
  ]),
];

const gauge = (name: string, help: string, samples: Measurement['samples']): Measurement => ({
  ...{ type: 'gauge', name: `ramzyar_${name}`, help, samples },
});

const each = (label: string, states: ReadonlyMap<string, boolean>): Measurement['samples'] =>
  [...states].map(([name, rests]) => ({ labels: { [label]: name }, value: rests ? 1 : 0 }));
