import type { Clock } from '../clock.js';
import type { TransactionRunner } from '../db/transaction.js';
import { makeFindingsFile } from '../handlers/files/findings.js';
import type { FileMakers } from '../handlers/files/maker.js';
import { makeStatsFile } from '../handlers/files/stats.js';
import { makeRecoveriesFile } from '../handlers/files/recoveries.js';
import { makeTemplateFile } from '../handlers/files/template.js';
import { makeTrailFile } from '../handlers/files/trail.js';
import type { ChartFont } from '../reports/chart/font.js';
import type { Words } from '../words/words.js';

export interface FilesParts {
  inTransaction: TransactionRunner;
  words: Words;
  clock: Clock;
  brand: string;
}

/** Who makes what staff ask for as a file. */
export function fileMakers(parts: FilesParts): FileMakers {
  // Missing letters cost staff a picture, and no member a recovery: they are loaded when the first one is drawn.
  let loaded: ChartFont | null = null;
  const font = async (): Promise<ChartFont> => {
    const { loadChartFont } = await import('../reports/chart/font.js');
    return (loaded ??= loadChartFont());
  };
  return {
    stats: makeStatsFile({ ...parts, font }),
    recoveries: makeRecoveriesFile(parts),
    trail: makeTrailFile(parts),
    template: makeTemplateFile(parts),
    findings: makeFindingsFile(parts),
  };
}
