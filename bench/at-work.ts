import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuMs, residentMb } from './measure/proc.js';
import { startProcess, type Running, type Subject } from './subjects/subject.js';
import type { Town } from './town.js';

/** A subject's processes, started and asking for updates. */
export interface AtWork {
  /** Of all its processes together. */
  cpuMs(): number;
  residentMb(): number;
  stop(): Promise<void>;
}

export async function startAtWork(subject: Subject, town: Town, databaseUrl: string): Promise<AtWork> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
  const polled = town.messenger.ask('polled', null);
  const settings = { ...town.settings, ...subject.settings, DATABASE_URL: databaseUrl };
  const running: Running[] = [];
  for (let number = 0; number < subject.processes; number += 1)
    running.push(startProcess(subject, settings, folder));
  await Promise.race([polled, ...running.map(({ died }) => died)]);
  await town.messenger.ask('quiet', 1_000);
  const sum = (read: (pid: number) => number) => (): number =>
    running.reduce((total, { pid }) => total + read(pid), 0);
  return {
    cpuMs: sum(cpuMs),
    residentMb: sum(residentMb),
    async stop() {
      await Promise.all(running.map((process) => process.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
