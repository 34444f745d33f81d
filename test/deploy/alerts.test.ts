import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read } from '../support/documents.js';
import { familyOf, metricsLines, selectorsIn, unanswered } from '../support/metrics-page.js';
import { promtool } from '../support/promtool.js';
import { promtoolPath } from '../support/services.js';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = read('deploy/alerts.yml');
const rulesIn = parse(text) as { groups: { rules: { alert: string; expr: string }[] }[] };
const rules = rulesIn.groups.flatMap((group) => group.rules);
const tests = parse(read('test/deploy/alerts.rules.yml')) as {
  tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
};

describe('the rules of deploy/alerts.yml', () => {
  it('ask for nothing that the product does not tell', async () => {
    const expressions = rules.map(({ expr }) => expr);
    expect(expressions.flatMap(selectorsIn).length).toBeGreaterThan(rules.length);
    expect(unanswered(await metricsLines(), expressions)).toEqual([]);
  });

  it('stand in the operator’s book, whose names are told as well', async () => {
    const told = new Set((await metricsLines()).map(familyOf));
    const [, section = ''] = read('docs/operations.md').split('`/metrics` (Prometheus)');
    const table = section.split('\n## ')[0] ?? '';
    const names = [...table.matchAll(/`((?:ramzyar|process|nodejs)_\w+)[`{]/g)].map(([, name = '']) => name);
    expect(new Set(names)).toEqual(told);
    expect(rules.map(({ alert }) => alert).filter((alert) => !table.includes(`\`${alert}\``))).toEqual([]);
  });

  it('are each played once silent and once loud', () => {
    const played = tests.tests.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const { alert } of rules) {
      const plays = played.filter(({ alertname }) => alertname === alert);
      expect(
        plays.some(({ exp_alerts }) => exp_alerts.length === 0),
        `${alert} silent`,
      ).toBe(true);
      expect(
        plays.some(({ exp_alerts }) => exp_alerts.length > 0),
        `${alert} loud`,
      ).toBe(true);
    }
  });

  it.skipIf(!promtoolPath())('are read and played by promtool as they are meant', () => {
    const check = promtool(['check', 'rules', file('deploy/alerts.yml')]);
    expect(check.said).toContain(`${rules.length} rules found`);
    expect(check.status, check.said).toBe(0);
    const play = promtool(['test', 'rules', file('test/deploy/alerts.rules.yml')]);
    expect(play.status, play.said).toBe(0);
  });

  it.skipIf(!promtoolPath())('are all missed by their plays when they never fire', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-rules-'));
    try {
      const [muted, plays] = [join(folder, 'alerts.yml'), join(folder, 'plays.yml')];
      const changed = structuredClone(rulesIn);
      for (const rule of changed.groups.flatMap((group) => group.rules)) rule.expr = 'vector(0) > 1';
      writeFileSync(muted, JSON.stringify(changed));
      writeFileSync(plays, JSON.stringify({ ...tests, rule_files: [muted] }));
      const { status, said } = promtool(['test', 'rules', plays]);
      expect(status).not.toBe(0);
      expect(rules.filter(({ alert }) => !said.includes(`alertname: ${alert},`))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
