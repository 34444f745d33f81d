import type { Town } from '../town/town.js';

/** As the product’s own ledger has them. */
export async function recoveriesOf({ dataSource }: Town): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    "SELECT COUNT(*) AS count FROM password_resets WHERE state <> 'given-back'",
  );
  return Number(row?.count);
}
