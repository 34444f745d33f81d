import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { SocksClient } from 'socks';
import { buildConnector } from 'undici';
import { hostAndPort, type Proxy } from './proxy-address.js';

/** Whom we want to reach. */
interface Target {
  host: string;
  port: number;
}

/** What is wrong is the way, not who is at its end. Its code says so, without address and password. */
class ProxyError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Does this fault say that a proxy did not lead on? */
export const isProxyFault = (fault: string): boolean => fault.startsWith('proxy ');

/** Connects through a proxy; whoever is reached by https proves who they are through it, as without one. */
export function proxyConnector(proxy: Proxy, connectMs: number): buildConnector.connector {
  const secured = buildConnector({ timeout: connectMs });
  return (to, callback) => {
    const secure = to.protocol === 'https:';
    const target = { host: to.hostname, port: Number(to.port) || (secure ? 443 : 80) };
    openTunnel(proxy, target, connectMs).then(
      (socket) => (secure ? secured({ ...to, httpSocket: socket }, callback) : callback(null, socket)),
      (error: unknown) => callback(inOurWords(error), null),
    );
  };
}

async function openTunnel(proxy: Proxy, target: Target, connectMs: number): Promise<Socket> {
  const socket = connectTo(proxy);
  const timer = setTimeout(() => socket.destroy(new ProxyError('proxy too slow')), connectMs);
  try {
    await once(socket, proxy.kind === 'https' ? 'secureConnect' : 'connect');
    await (proxy.kind === 'socks5' ? askSocks : askHttp)(proxy, socket, target);
    return socket;
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function connectTo({ kind, host, port }: Proxy): Socket {
  if (kind !== 'https') return connectPlain({ host, port });
  // An address of numbers is no name that could be told to the other side.
  return connectSecure({ host, port, ...(isIP(host) === 0 && { servername: host }) });
}

async function askHttp({ login }: Proxy, socket: Socket, { host, port }: Target): Promise<void> {
  const path = hostAndPort(host, port);
  const known = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const headers = { host: path, ...(known && { 'proxy-authorization': `Basic ${known}` }) };
  const asking = request({ method: 'CONNECT', path, headers, createConnection: () => socket }).end();
  const [{ statusCode = 0 }] = (await once(asking, 'connect')) as [IncomingMessage];
  if (statusCode === 407) throw new ProxyError(refusesLogin);
  if (statusCode < 200 || statusCode > 299) throw new ProxyError(`proxy HTTP ${statusCode}`);
}

async function askSocks(proxy: Proxy, socket: Socket, target: Target): Promise<void> {
  const { host, port, login } = proxy;
  const known = login && { userId: login.user, password: login.password };
  const options = { command: 'connect', destination: target, existing_socket: socket } as const;
  await SocksClient.createConnection({ ...options, proxy: { type: 5, host, port, ...known } });
}

const refusesLogin = 'proxy refuses the login';

/** Errors of the library carry the password, so none is handed on. */
function inOurWords(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error;
  const { code, message } = error as Error & { code?: unknown };
  if (typeof code === 'string') return new ProxyError(code.startsWith('HPE_') ? strange : `proxy ${code}`);
  if (/authentication/i.test(message)) return new ProxyError(refusesLogin);
  if (/rejected/i.test(message)) return new ProxyError('proxy refuses to connect');
  return new ProxyError(/proxy too slow/.test(message) ? 'proxy too slow' : strange);
}

const strange = 'proxy answers in another protocol';
