#!/usr/bin/env node
import { productVersion } from '../app/version.js';
import { systemClock } from '../clock.js';
import { gatherEnvironment } from '../config/environment.js';
import { systemRandom } from '../random.js';
import { ramzyar } from './ramzyar.js';

function interruption(): AbortSignal {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  return interrupted.signal;
}

process.exitCode = await ramzyar(process.argv.slice(2), {
  version: productVersion(),
  env: (envFile) => gatherEnvironment(process.env, envFile),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  redraw: process.stdout.isTTY
    ? (line) => void process.stdout.write(line === null ? '\n' : `\r\u001b[2K${line}`)
    : null,
  clock: systemClock,
  random: systemRandom,
  interruption,
});
