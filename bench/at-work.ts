import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuMs, residentMb } from './measure/proc.js';
import { startProcess, type Subject } from './subjects/subject.js';
import type { Town } from './town.js';

/** A subject's processes, all of them at work. */
export interface AtWork {
  /** From the start of the first process until somebody who had written before got the first words, in seconds. */
  startSeconds: number;
  /** Of all processes together. */
  cpuMs(): number;
  residentMb(): number;
  stop(): Promise<void>;
}

/** Nobody's chat. */
const early = 1_000_000;

export async function startAtWork(subject: Subject, town: Town, databaseUrl: string): Promise<AtWork> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
  const settings = { ...town.settings, ...subject.settings, DATABASE_URL: databaseUrl };
  const allAreThere = town.messenger.ask('processes', subject.processes);
  const answered = town.messenger.ask('greet', early);
  const start = performance.now();
  const running = Array.from({ length: subject.processes }, () => startProcess(subject, settings, folder));
  const died = running.map((process) => process.died);
  await Promise.race([answered, ...died]);
  const startSeconds = (performance.now() - start) / 1_000;
  await Promise.race([allAreThere, ...died]);
  await town.quiet();
  const sum = (read: (pid: number) => number) => (): number =>
    running.reduce((total, { pid }) => total + read(pid), 0);
  return {
    startSeconds,
    cpuMs: sum(cpuMs),
    residentMb: sum(residentMb),
    async stop() {
      await Promise.all(running.map((process) => process.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
