import { makeLog } from '../src/log.js';
import { listen, type Listening } from './listen.js';
import { readOptions } from './options.js';
import { makeDoor } from './server/door.js';
import { startStage } from './stage.js';
import { words } from './words.en.js';

const usualPort = 4040;

const asked = readOptions(process.argv.slice(2));
if (asked.kind === 'play') await play(asked.port);
else if (asked.kind === 'help') console.log(words.usage);
else {
  console.error(`${asked.fault}\n\n${words.usage}`);
  process.exitCode = 2;
}

/** The address first; the page waits there while the stage is set. */
async function play(port: number | null): Promise<void> {
  const began = performance.now();
  const door = makeDoor();
  const page = await listenAt(port, (at) => listen(door.app, at));
  if (!page) return;
  console.log(box([words.address, '', page.url, '', words.howToEnd]));
  console.log(words.settingUp);
  const stage = await startStage({ past: true, log: makeLog(process.env.LOG_LEVEL ?? 'warn') });
  await stage.clockIn();
  door.open(stage);
  console.log(words.ready(((performance.now() - began) / 1000).toFixed(1)));

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());

  async function end(): Promise<void> {
    console.log(words.ending);
    await page?.stop();
    await stage.stop();
  }
}

/** Null, and the reason told, when the port that was asked for is taken. */
async function listenAt(
  port: number | null,
  listenOn: (port?: number) => Promise<Listening>,
): Promise<Listening | null> {
  if (port === null) return listenOn(usualPort).catch(() => listenOn());
  return listenOn(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(words.taken(port));
    process.exitCode = 1;
    return null;
  });
}

function box(lines: string[]): string {
  const width = Math.max(...lines.map(({ length }) => length)) + 4;
  const rule = '─'.repeat(width);
  return [`\n╭${rule}╮`, ...lines.map((line) => `│  ${line.padEnd(width - 2)}│`), `╰${rule}╯\n`].join('\n');
}
