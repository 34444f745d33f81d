import { fileURLToPath } from 'node:url';
import { makeDatabase } from '../peers/direct-bot/database.js';
import { Coverage, Member as Row } from '../peers/direct-bot/tables.js';
import type { Subject } from './subject.js';

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
    const covers = rows.map(({ id }) => ({ memberId: id, startsOn: '2025-03-21', endsOn: '2099-03-20' }));
    await database.manager.insert(Row, rows);
    await database.manager.insert(Coverage, covers);
    await database.destroy();
  },
};
