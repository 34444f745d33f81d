import { createWriteStream, existsSync } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { localesFolder } from '../app/locales.js';
import { templateFile } from '../import/template.js';
import { ownersFile } from '../owner-only.js';
import { loadWords } from '../words/load-words.js';
import { misused, type Shell } from './command.js';

/** Writes an empty list, with Persian names of the columns, where no file is yet. */
export async function writeTemplate({ say }: Shell, path: string): Promise<number> {
  const format = extname(path).slice(1).toLowerCase();
  if (format !== 'csv' && format !== 'xlsx') {
    say('An empty list is written as FILE.xlsx or FILE.csv.');
    return misused;
  }
  if (existsSync(path)) {
    say(`${path} is there already, and stays as it is.`);
    return 1;
  }
  await pipeline(
    templateFile(format, loadWords(localesFolder()), 'fa'),
    createWriteStream(path, { flags: 'wx', mode: ownersFile }),
  );
  say(`An empty list: ${path}. Its columns are text, so that zeros in front stay.`);
  return 0;
}
