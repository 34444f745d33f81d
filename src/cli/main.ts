#!/usr/bin/env node
import { productVersion } from '../app/version.js';
import { systemClock } from '../clock.js';
import { gatherEnvironment } from '../config/environment.js';
import { systemRandom } from '../random.js';
import { ramzyar } from './ramzyar.js';

process.exitCode = await ramzyar(process.argv.slice(2), {
  version: productVersion(),
  env: () => gatherEnvironment(process.env),
  say: (line) => console.log(line),
  redraw: process.stdout.isTTY
    ? (line) => void process.stdout.write(line === null ? '\n' : `\r\u001b[2K${line}`)
    : null,
  clock: systemClock,
  random: systemRandom,
});
