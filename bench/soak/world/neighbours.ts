import { once } from 'node:events';
import { freePort } from '../../private-servers.js';
import { startChild, type Child } from '../../stubs/parent.js';
import type { PortalProgram } from '../../stubs/portal-house.js';
import type { SmsReceived, SmsVendor } from '../../stubs/sms.js';
import type { Mortal } from '../mortal.js';

/** A stub that is found at the same address after each start. */
export interface Neighbour extends Mortal {
  end(): Promise<void>;
}

export async function startSmsVendor(
  arrives: (sms: SmsReceived) => void,
): Promise<Neighbour & { url: string }> {
  const port = await freePort();
  const start = () => startChild<SmsVendor>('sms', arrives, { STUB_PORT: String(port) });
  return { ...mortal(await start(), start), url: `http://127.0.0.1:${port}` };
}

export async function startPortal(
  folder: string,
  seed: string,
): Promise<Neighbour & { settings: Record<string, string> }> {
  const env = { STUB_PORT: String(await freePort()), STUB_FOLDER: folder, STUB_SEED: seed };
  const start = () => startChild<PortalProgram>('portal-house', undefined, env);
  const first = await start();
  const settings = (await first.ask('settings', null)) as Record<string, string>;
  return { ...mortal(first, start), settings };
}

type Started = Pick<Child<never>, 'process'>;

function mortal(first: Started, start: () => Promise<Started>): Neighbour {
  let running = first;
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    const { process: child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    pid: () => running.process.pid ?? 0,
    ...{ kill: end('SIGKILL'), stop: end('SIGTERM'), end: end('SIGTERM') },
    startAgain: async () => void (running = await start()),
  };
}
