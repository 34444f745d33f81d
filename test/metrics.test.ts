import { expect, it } from 'vitest';
import { makeMetrics } from '../src/metrics.js';

it('what happened is counted by its labels, what is sure to come begins at zero, and what is now is told as it is', () => {
  const { count, expect: begin, text } = makeMetrics();
  for (const result of ['handled', 'handled', 'parked']) count('updates_total', { result });
  begin('updates_total', [{ result: 'handled' }, { result: 'received' }]);
  expect(
    text([{ type: 'gauge', name: 'ramzyar_waiting', help: 'How many wait.', samples: [{ value: 3 }] }]),
  ).toBe(
    `# HELP ramzyar_updates_total Updates by what became of them.
# TYPE ramzyar_updates_total counter
ramzyar_updates_total{result="handled"} 2
ramzyar_updates_total{result="parked"} 1
ramzyar_updates_total{result="received"} 0
# HELP ramzyar_waiting How many wait.
# TYPE ramzyar_waiting gauge
ramzyar_waiting 3
`,
  );
});

it('how long something took falls into every bucket that is wide enough', () => {
  const { measure, expect: begin, text } = makeMetrics();
  begin('messenger_call_seconds', [{ method: 'getMe' }]);
  expect(text([])).toContain('\nramzyar_messenger_call_seconds_bucket{method="getMe",le="+Inf"} 0\n');
  for (const seconds of [0.1, 0.75, 60]) measure('messenger_call_seconds', seconds, { method: 'getMe' });
  const lines = text([]).split('\n');
  expect(lines[1]).toBe('# TYPE ramzyar_messenger_call_seconds histogram');
  const buckets = lines.flatMap((line) => {
    const [, le, value] = /_bucket\{method="getMe",le="(.+)"\} (\d+)$/.exec(line) ?? [];
    return le ? [`${le}: ${value}`] : [];
  });
  expect(buckets).toEqual([
    ...['0.05: 0', '0.1: 1', '0.25: 1', '0.5: 1', '1: 2'],
    ...['2.5: 2', '5: 2', '10: 2', '30: 2', '+Inf: 3'],
  ]);
  expect(lines).toContain('ramzyar_messenger_call_seconds_sum{method="getMe"} 60.85');
  expect(lines).toContain('ramzyar_messenger_call_seconds_count{method="getMe"} 3');
});

it('a recovery may take hours, and a call may not', () => {
  const { measure, text } = makeMetrics();
  measure('recovery_seconds', 3_600);
  const lines = text([]).split('\n');
  expect(lines).toContain('ramzyar_recovery_seconds_bucket{le="1800"} 0');
  expect(lines).toContain('ramzyar_recovery_seconds_bucket{le="7200"} 1');
});

it('no label can break out of its line', () => {
  const { count, text } = makeMetrics();
  count('messenger_calls_total', { method: 'a"} 1\nforged{b="' });
  const [, , ...lines] = text([]).trim().split('\n');
  expect(lines).toHaveLength(1);
});
