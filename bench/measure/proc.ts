import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What Linux tells of a process, by its id. */

/** Milliseconds that it has worked so far, in all its threads. In steps of ten. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const [user, system] = [fields[11], fields[12]];
  return (Number(user) + Number(system)) * tickMs;
}

/** One clock tick as /proc counts them (`getconf CLK_TCK` is 100 on every Linux of today). */
const tickMs = 10;

/** Megabytes of memory that it holds. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** Whoever listens on this port of this machine; null where that cannot be seen, as in another container. */
export function pidListeningOn(port: number): number | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === listening)
    .map((row) => `socket:[${row[9]}]`);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => openFiles(pid).some((file) => sockets.includes(file)));
  return found === undefined ? null : Number(found);
}

const listening = '0A';

/** What has ended or was closed meanwhile, or is somebody else's, is passed over. */
function openFiles(pid: string): string[] {
  const there = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch {
      return [];
    }
  };
  const folder = `/proc/${pid}/fd`;
  return there(() => readdirSync(folder)).flatMap((fd) => there(() => [readlinkSync(`${folder}/${fd}`)]));
}

/** Milliseconds that all cores of the machine have worked, for whomever, since it was started. */
export function machineMs(): number {
  const [, user, nice, system, , , irq, softIrq] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  ).split(/\s+/);
  return [user, nice, system, irq, softIrq].reduce((total, ticks) => total + Number(ticks), 0) * tickMs;
}
