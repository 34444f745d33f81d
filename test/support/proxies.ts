import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A proxy on loopback, and whom it was asked to lead to. */
export interface TestProxy {
  /** `host:port`, one after the other. */
  asked: string[];
  port: number;
  close(): Promise<void>;
}

interface ProxyOptions {
  /** `user:password`; whoever says another is refused. */
  login?: string;
  /** Where a name leads, as the proxy knows it; else on this machine's own word. */
  names?: Readonly<Record<string, string>>;
  /** Where it listens; anywhere without a word. */
  port?: number;
  /** Speaks by TLS, if it is given. */
  certificate?: { key: string; cert: string };
}

/** One that leads on whoever says CONNECT. */
export function connectProxy({
  login,
  names,
  certificate,
  port: own = 0,
}: ProxyOptions = {}): Promise<TestProxy> {
  const asked: string[] = [];
  const server = certificate ? createHttpsServer(certificate) : createHttpServer();
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    const said = Buffer.from((headers['proxy-authorization'] ?? '').replace(/^Basic /, ''), 'base64');
    if (login && said.toString() !== login)
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    asked.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    leadOn(socket, names?.[hostname] ?? hostname, Number(port || 80), (reached) =>
      socket.write(reached ? 'HTTP/1.1 200 OK\r\n\r\n' : 'HTTP/1.1 502 Bad Gateway\r\n\r\n'),
    );
  });
  return open(server, asked, own);
}

/** One that speaks SOCKS 5 (RFC 1928) with or without a login (RFC 1929), to hosts by name or IPv4. */
export function socksProxy({ login, names }: ProxyOptions = {}): Promise<TestProxy> {
  const asked: string[] = [];
  const serve = async (socket: Socket): Promise<void> => {
    const [, methods = 0] = await read(socket, 2);
    const offered = await read(socket, methods);
    const method = login ? 2 : 0;
    socket.write(Uint8Array.of(5, offered.includes(method) ? method : 255));
    if (!offered.includes(method)) return void socket.end();
    if (login) {
      const text = async () => (await read(socket, (await read(socket, 1))[0] ?? 0)).toString();
      await read(socket, 1);
      const right = `${await text()}:${await text()}` === login;
      socket.write(Uint8Array.of(1, right ? 0 : 1));
      if (!right) return void socket.end();
    }
    const [, , , kind] = await read(socket, 4);
    const address = await read(socket, kind === 1 ? 4 : ((await read(socket, 1))[0] ?? 0));
    const host = kind === 1 ? address.join('.') : address.toString();
    const port = (await read(socket, 2)).readUInt16BE();
    asked.push(`${host}:${port}`);
    leadOn(socket, names?.[host] ?? host, port, (reached) =>
      socket.write(Uint8Array.of(5, reached ? 0 : 5, 0, 1, 0, 0, 0, 0, 0, 0)),
    );
  };
  return open(
    createServer((socket) => void serve(socket).catch(() => socket.destroy())),
    asked,
  );
}

function leadOn(socket: Socket, host: string, port: number, say: (reached: boolean) => void): void {
  const onward = connect({ host, port });
  onward.once('connect', () => {
    say(true);
    socket.pipe(onward).pipe(socket);
  });
  onward.once('error', () => {
    if (onward.connecting || onward.bytesRead === 0) say(false);
    socket.end();
  });
  socket.on('error', () => onward.destroy());
  socket.once('close', () => onward.destroy());
}

/** Just so many bytes, once they are there. */
async function read(socket: Socket, size: number): Promise<Buffer> {
  for (;;) {
    const bytes = size === 0 ? Buffer.alloc(0) : (socket.read(size) as Buffer | null);
    if (bytes?.length === size) return bytes;
    if (socket.readableEnded) throw new Error('gone');
    await once(socket, 'readable');
  }
}

async function open(server: Server, asked: string[], port = 0): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
