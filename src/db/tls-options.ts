import type { SslOptions } from 'mysql2';
import type { MysqlSettings } from './database-url.js';

/** What the driver needs to speak by TLS, and to nobody but the server of that name; nothing where it is in the clear. */
export const tlsOptions = ({ tls }: MysqlSettings): { ssl?: SslOptions } =>
  tls === null
    ? {}
    : {
        ssl: {
          ...(tls.ca === null ? {} : { ca: tls.ca }),
          ...{ rejectUnauthorized: true, verifyIdentity: true, minVersion: 'TLSv1.2' },
        },
      };
