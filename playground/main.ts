import { makeLog } from '../src/log.js';
import { listen } from './listen.js';
import { pageApp } from './server/server.js';
import { startStage } from './stage.js';

const usualPort = 4040;

const stage = await startStage({ past: true, log: makeLog(process.env.LOG_LEVEL ?? 'warn') });
await stage.clockIn();
const page = await listen(pageApp(stage), usualPort).catch(() => listen(pageApp(stage)));
console.log(
  box(['Ramzyar is playing. Open this address in a browser:', '', page.url, '', 'Ctrl-C ends it.']),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());

async function end(): Promise<void> {
  await page.stop();
  await stage.stop();
}

function box(lines: string[]): string {
  const width = Math.max(...lines.map(({ length }) => length)) + 4;
  const rule = '─'.repeat(width);
  return [`\n╭${rule}╮`, ...lines.map((line) => `│  ${line.padEnd(width - 2)}│`), `╰${rule}╯\n`].join('\n');
}
