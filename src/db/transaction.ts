import type { EntityManager } from 'typeorm';

/** What a unit of work may touch: everything done through it happens together or not at all. */
export type Transaction = EntityManager;

/** Runs work in a transaction; nothing else opens one. The work may run again from its start after a deadlock, so it must touch nothing outside. */
export type TransactionRunner = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
