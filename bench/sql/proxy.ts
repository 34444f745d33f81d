import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { command, makeFrameReader } from './frames.js';

/** Stands between a bot and its server, and notes each statement that is sent. */
export interface SqlProxy {
  /** The same database by way of the proxy. */
  through(url: string): string;
  /** The statements since it was last asked, in their order. */
  take(): string[];
  close(): Promise<void>;
}

export async function openSqlProxy({ host, port }: { host: string; port: number }): Promise<SqlProxy> {
  let statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true).on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    const note = makeNotes((text) => statements.push(text));
    client.on('data', note.sent).pipe(upstream);
    upstream.on('data', note.answered).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = server.address() as AddressInfo;
  return {
    through(url) {
      const by = new URL(url);
      [by.hostname, by.port] = ['127.0.0.1', String(own.port)];
      return by.href;
    },
    take() {
      const taken = statements;
      statements = [];
      return taken;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

/** One connection's statements, also those that are prepared once and sent by their number. */
function makeNotes(note: (text: string) => void) {
  const prepared = new Map<number, string>();
  let preparing: string | null = null;
  return {
    sent: makeFrameReader(({ sequence, payload }) => {
      if (sequence !== 0) return;
      const text = payload.toString('utf8', 1);
      if (payload[0] === command.query) note(text);
      if (payload[0] === command.prepare) preparing = text;
      if (payload[0] === command.execute) note(prepared.get(payload.readUInt32LE(1)) ?? 'prepared');
    }),
    answered: makeFrameReader(({ sequence, payload }) => {
      if (preparing === null || sequence !== 1) return;
      if (payload[0] === ok) prepared.set(payload.readUInt32LE(1), preparing);
      preparing = null;
    }),
  };
}

/** The first byte of an answer that is no error. */
const ok = 0x00;
