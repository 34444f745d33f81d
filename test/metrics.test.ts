import { expect, it } from 'vitest';
import { makeMetrics } from '../src/metrics.js';

it('what happened is counted by its labels, and what is now is told as it is', () => {
  const { count, text } = makeMetrics('1.2.3');
  for (const result of ['ok', 'ok', '429']) count('calls_total', { method: 'getMe', result });
  expect(text({ waiting: 3 })).toBe(
    `# TYPE ramzyar_build_info gauge
ramzyar_build_info{version="1.2.3"} 1
# TYPE ramzyar_calls_total counter
ramzyar_calls_total{method="getMe",result="ok"} 2
ramzyar_calls_total{method="getMe",result="429"} 1
# TYPE ramzyar_waiting gauge
ramzyar_waiting 3
`,
  );
});

it('how long something took falls into every bucket that is wide enough', () => {
  const { measure, text } = makeMetrics('1.2.3');
  for (const seconds of [0.1, 0.75, 60]) measure('call_seconds', seconds, { method: 'getMe' });
  const lines = text({}).split('\n');
  expect(lines[2]).toBe('# TYPE ramzyar_call_seconds histogram');
  const buckets = lines.flatMap((line) => {
    const [, le, value] = /_bucket\{method="getMe",le="(.+)"\} (\d+)$/.exec(line) ?? [];
    return le ? [`${le}: ${value}`] : [];
  });
  expect(buckets).toEqual([
    ...['0.05: 0', '0.1: 1', '0.25: 1', '0.5: 1', '1: 2'],
    ...['2.5: 2', '5: 2', '10: 2', '30: 2', '+Inf: 3'],
  ]);
  expect(lines).toContain('ramzyar_call_seconds_sum{method="getMe"} 60.85');
  expect(lines).toContain('ramzyar_call_seconds_count{method="getMe"} 3');
});

it('no label can break out of its line', () => {
  const { count, text } = makeMetrics('1.2.3');
  count('calls_total', { method: 'a"} 1\nforged{b="' });
  const [, , ...lines] = text({}).trim().split('\n');
  expect(lines).toHaveLength(2);
});
