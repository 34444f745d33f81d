import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from '../../../bench/private-servers.js';
import type { ArrivedSms } from './sms-vendor.js';
import { deadAddress } from './stand-in.js';

/** Kannel itself (bearerbox and smsbox on private ports), and the operator at the other end of its link. */
export interface Kannel {
  url: string;
  arrived: ArrivedSms[];
  /** The operator's link comes up, and messages arrive. */
  linkUp: () => Promise<void>;
  /** The operator's link goes down. */
  linkDown: () => void;
  /** All that both programs have written anywhere but in their settings. */
  written: () => string;
  stop: () => void;
}

export type KannelPorts = Record<'boxes' | 'admin' | 'operator' | 'http', number>;

export const kannelAccount = {
  username: 'ramzyar-tests',
  password: 'kannel-pass-of-tests',
  from: '30001234',
};

/** Starts the programs of this folder, by settings of one's own where there are any. The link is down. */
export async function startKannel(
  programs: string,
  settings: (ports: KannelPorts, folder: string) => string = configuration,
): Promise<Kannel> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-kannel-'));
  const ports: KannelPorts = {
    boxes: await freePort(),
    admin: await freePort(),
    operator: await freePort(),
    http: await freePort(),
  };
  const file = join(folder, 'kannel.conf');
  writeFileSync(file, settings(ports, folder));
  const start = (program: string) => {
    const output = openSync(join(folder, `${program}.out`), 'a');
    return spawn(join(programs, program), ['-v', '4', file], { stdio: ['ignore', output, output] });
  };
  const written = (): string =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.conf'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  const bearerbox = start('bearerbox');
  await listening(ports.boxes);
  const smsbox = start('smsbox');
  await listening(ports.http);
  const operator = makeOperator(ports);
  const stop = (): void => {
    process.off('exit', stop);
    operator.linkDown();
    smsbox.kill('SIGKILL');
    bearerbox.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  return { url: `http://127.0.0.1:${ports.http}`, ...operator, written, stop };
}

/** Speaks the line protocol of Kannel's own test operator (`smsc = fake`): sender, receiver, kind, text. */
function makeOperator(ports: KannelPorts): Pick<Kannel, 'arrived' | 'linkUp' | 'linkDown'> {
  const arrived: ArrivedSms[] = [];
  let link: Socket | null = null;
  const linkUp = async (): Promise<void> => {
    link = connect(ports.operator, '127.0.0.1').setEncoding('utf8');
    link.on('data', (lines: string) => arrived.push(...lines.trim().split('\n').map(arrivedSms)));
    await until(async () => (await statusPage(ports.admin)).includes('(online'));
  };
  const linkDown = (): void => {
    link?.destroy();
    link = null;
  };
  return { arrived, linkUp, linkDown };
}

function arrivedSms(line: string): ArrivedSms {
  const [, to = '', kind = '', text = ''] = line.split(' ');
  const bytes = Buffer.from(decodeBytes(text), 'latin1');
  return {
    to: to.replace(/^\+98/, '0'),
    text: kind === 'ucs-2' ? bytes.swap16().toString('utf16le') : `${kind}: ${bytes.toString('latin1')}`,
  };
}

const decodeBytes = (text: string): string =>
  text.replaceAll('+', ' ').replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

async function statusPage(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/status.txt`)).text();
}

function configuration(ports: KannelPorts): string {
  const { username, password } = kannelAccount;
  const groups = [
    [
      'group = core',
      `smsbox-port = ${ports.boxes}`,
      `admin-port = ${ports.admin}`,
      `admin-password = ${password}`,
    ],
    [
      'group = smsc',
      'smsc = fake',
      'smsc-id = operator',
      `port = ${ports.operator}`,
      'connect-allow-ip = 127.0.0.1',
    ],
    ['group = smsbox', 'bearerbox-host = 127.0.0.1', `sendsms-port = ${ports.http}`],
    ['group = sendsms-user', `username = ${username}`, `password = ${password}`, 'max-messages = 3'],
  ];
  return groups.map((lines) => lines.join('\n')).join('\n\n');
}

const freePort = async (): Promise<number> => Number(new URL(await deadAddress()).port);

const listening = (port: number): Promise<void> => until(() => answers(port));

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Kannel did not come up');
}
