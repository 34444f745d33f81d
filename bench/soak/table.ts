import { cpus } from 'node:os';
import { markdown } from './books/book.js';
import { targets, type Deed } from './harms.js';
import { countName } from './mortal.js';
import type { Options } from './options.js';
import type { Visited } from './people/visit.js';
import type { Course } from './samples.js';

/** What stands above the tables. */
export function heading({ only, seed, lastsMs }: Options, does: string, members: number): string {
  const minutes = lastsMs / 60_000;
  const machine = `${cpus().length} cores, Node ${process.versions.node}`;
  return [
    `${only}: ${does}.`,
    `${new Date().toISOString().slice(0, 10)}; seed ${seed}; ${members} members in ${minutes} minutes; ${machine}.`,
  ].join('\n');
}

const deeds: readonly Deed[] = ['kill', 'stop', 'freeze'];

/** How often each was met. */
export function harmsTable(counts: ReadonlyMap<string, number>): string {
  const rows = targets.map((target) => [
    target,
    ...deeds.map((deed) => String(counts.get(countName(target, deed)) ?? 0)),
  ]);
  return markdown([['', 'killed', 'stopped', 'frozen'], ...rows]);
}

const gauges = {
  megabytes: 'RSS, MB',
  files: 'open files',
  connections: 'connections to the database, of both',
};

/** Shorter runs say nothing of what grows. */
export const shortestJudgedMs = 10 * 60_000;

/** What the replica that was only frozen held; of the connections, both. */
export function coursesTable(courses: readonly Course[], judged: boolean): string {
  const word = ({ holds }: Course): string => (judged ? (holds ? 'holds' : 'BROKEN') : 'too short to say');
  const rows = courses.map((course) => [
    `${gauges[course.gauge]}, half ${course.half}`,
    ...[course.middle, course.end, course.bound, course.most].map((value) => value.toFixed(0)),
    word(course),
  ]);
  return markdown([['held, at the median', 'second third', 'last third', 'at most', 'highest', ''], ...rows]);
}

/** How members fared, for whoever wonders. */
export function waitsLine(visits: readonly Visited[]): string {
  const times = visits.map(({ tookMs }) => tookMs / 1_000).toSorted((one, other) => one - other);
  const at = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0);
  const sum = (of: (one: Visited) => number): number => visits.reduce((total, one) => total + of(one), 0);
  return [
    `Half of the members were through within ${at(0.5)} s, nine of ten within ${at(0.9)} s, the last after ${at(1)} s.`,
    `They began ${sum(({ beginnings }) => beginnings)} times and asked for another SMS ${sum(({ resends }) => resends)} times.`,
  ].join(' ');
}

/** Whoever did not meet the end that was to be theirs. */
export const leftBehind = (visits: readonly Visited[]): string[] =>
  visits
    .filter(({ asWished }) => !asWished)
    .map(
      ({ passer, ended, account }) =>
        `${passer.insuredCode}, ${passer.fate}, ended at ${ended}:\n${account.screen()}`,
    );
