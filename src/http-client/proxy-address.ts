/** Somebody who leads our connections on: by HTTP's CONNECT, in the clear or by TLS, or by SOCKS 5. */
export interface Proxy {
  kind: 'http' | 'https' | 'socks5';
  host: string;
  port: number;
  /** A secret. */
  login: { user: string; password: string } | null;
}

const usualPorts = { http: 80, https: 443, socks5: 1080 } as const;

/** `http://user:password@host:port`, the same with `https://` or `socks5://` (or `socks5h://`); null: it is none of them. */
export function parseProxy(text: string): Proxy | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  // The host's name is always handed on as it is: where the names of messengers are answered wrongly, the proxy asks.
  const kind = protocol.replace(/h?:$/, '');
  if (!isKind(kind) || hostname === '' || !/^\/?$/.test(pathname) || search + hash !== '') return null;
  try {
    const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const isKnown = login.user !== '' || login.password !== '';
    return { kind, host, port: Number(port) || usualPorts[kind], login: isKnown ? login : null };
  } catch {
    // A percent sign that begins nothing.
    return null;
  }
}

const isKind = (text: string): text is Proxy['kind'] => Object.hasOwn(usualPorts, text);

/** A host with its port, as it stands in an address. */
export const hostAndPort = (host: string, port: number): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** For people: where it is, without who we are there. */
export const proxyPlace = ({ kind, host, port }: Proxy): string => `${kind}://${hostAndPort(host, port)}`;
