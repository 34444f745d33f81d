/**
 * Watches one connection for a transaction that the database gives up by itself, as on a deadlock or a full disk.
 * Nothing on the connection tells that from a transaction that goes on: what came after, such as the tidying up of
 * somebody whose work has failed, would be committed statement by statement, and stay when all the rest is rolled back.
 * So nothing but the rollback is let through any more, and what sets the session alone, which is part of no transaction.
 */
export interface GivenUp {
  /** Called before each statement. Throws the fault that ended the transaction in which it would be. */
  pass(sql: string): void;
  /** A transaction has begun here. */
  began(): void;
  /** The transaction that is open here, if one is, has ended by this. */
  ended(fault: unknown): void;
}

export function watchForGivenUp(): GivenUp {
  let open = false;
  let by: { fault: unknown } | null = null;
  return {
    pass(sql) {
      if (sql === 'ROLLBACK') [open, by] = [false, null];
      if (by && !sql.startsWith('SET @')) throw by.fault;
      if (sql === 'COMMIT') open = false;
    },
    began: () => void (open = true),
    ended(fault) {
      if (open) by ??= { fault };
    },
  };
}
