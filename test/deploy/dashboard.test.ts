import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../support/documents.js';
import { familyOf, metricsLines, selectorsIn, unanswered } from '../support/metrics-page.js';
import { promtool } from '../support/promtool.js';
import { promtoolPath } from '../support/services.js';

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { type: string; uid: string };
  targets?: { expr: string; legendFormat: string; refId: string }[];
}

const dashboard = JSON.parse(read('deploy/grafana-dashboard.json')) as {
  uid: string;
  panels: Panel[];
  templating: { list: { name: string; type: string; query: string }[] };
};
const rows = dashboard.panels.filter(({ type }) => type === 'row').map(({ title }) => title);
const panels = dashboard.panels.filter(({ type }) => type !== 'row');
const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

describe('the dashboard of deploy/grafana-dashboard.json', () => {
  it('asks for nothing that the product does not tell', async () => {
    expect(expressions.length).toBeGreaterThan(15);
    expect(unanswered(await metricsLines(), expressions)).toEqual([]);
  });

  it('shows everything that the product tells', async () => {
    const shown = new Set(expressions.flatMap(selectorsIn).map(({ name }) => familyOf(name)));
    const told = new Set((await metricsLines()).map(familyOf));
    expect([...told].filter((family) => !shown.has(family))).toEqual([]);
  });

  it('adds up nothing that every replica tells alike', () => {
    const shared = expressions.filter((expr) => expr.includes('ramzyar_shared_'));
    expect(shared.length).toBeGreaterThan(2);
    expect(shared.filter((expr) => !/^max\b/.test(expr) || /\bsum\b/.test(expr))).toEqual([]);
  });

  it('has the rows that the operator’s book explains, in their order', () => {
    const [, section = ''] = read('docs/operations.md').split('## The dashboard');
    const told = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (\S[^|]*?) +\|/gm)].map(
      ([, title]) => title,
    );
    expect(told.filter((title) => title !== 'row' && !title?.startsWith('--'))).toEqual(rows);
  });

  it('says of each panel what it means, and asks whichever Prometheus is chosen', () => {
    expect(panels.filter(({ description }) => !description).map(({ title }) => title)).toEqual([]);
    expect(dashboard.templating.list).toMatchObject([
      { name: 'datasource', type: 'datasource', query: 'prometheus' },
    ]);
    for (const { title, datasource } of panels)
      expect(datasource, title).toEqual({ type: 'prometheus', uid: '${datasource}' });
  });

  it('has no two panels in one place', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const taken = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, place) => `${x + (place % w)},${y + Math.floor(place / w)}`),
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(dashboard.panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });

  it.skipIf(!promtoolPath())('is read by promtool as it is meant', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-dashboard-'));
    try {
      const file = join(folder, 'rules.json');
      const rules = expressions.map((expr, number) => ({
        record: `panel:${number}`,
        expr: expr.replaceAll('$__rate_interval', '5m'),
      }));
      writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
      const { said, status } = promtool(['check', 'rules', file]);
      expect(status, said).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
