import { fileURLToPath } from 'node:url';
import { multiply } from '../growth/multiply.js';
import { makeDatabase } from '../peers/direct-bot/database.js';
import { Coverage, Member as Row } from '../peers/direct-bot/tables.js';
import { coverOf, insertAll, type Subject } from './subject.js';

export const directBot: Subject = {
  name: 'direct bot',
  database: 'MariaDB',
  processes: 1,
  program: fileURLToPath(new URL('../peers/direct-bot/main.js', import.meta.url)),
  settings: { NODE_ENV: 'production' },

  async enter(url, people) {
    const database = await makeDatabase(url).initialize();
    const rows = people.map(({ insuredCode, nationalId, mobile, known }, at) => {
      return { id: at + 1, insuredCode, nationalId, mobile: known ? mobile : null };
    });
    await insertAll(database, Row, rows);
    await insertAll(
      database,
      Coverage,
      rows.map(({ id }) => coverOf(id)),
    );
    await database.destroy();
  },

  async grow(connection, from, to) {
    const insuredCode = `CONCAT('9', LPAD(seq, 9, '0'))`;
    await multiply(connection, { table: 'members', from, to, otherwise: { id: 'seq', insuredCode } });
    await multiply(connection, { table: 'coverages', from, to, otherwise: { memberId: 'seq' } });
  },
};
