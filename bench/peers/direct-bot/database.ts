import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { tables } from './tables.js';

/** A pool over the bot's own tables, which are made where they are missing. */
export const makeDatabase = (url: string): DataSource =>
  new DataSource({
    type: 'mysql',
    url,
    entities: tables,
    synchronize: true,
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: 16,
  });
