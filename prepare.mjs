import console from 'node:console';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';

// npm leaves out what the product is built with where NODE_ENV is production, and would only say “tsc: not found”.
if (!existsSync(new URL('node_modules/typescript', import.meta.url))) {
  console.error(
    'Not built: with NODE_ENV=production, or --omit=dev, npm leaves out what it is built with. Instead:\n\n' +
      '  npm ci --include=dev && npm prune --omit=dev --ignore-scripts\n',
  );
  process.exit(1);
}
