import type { DataSource } from 'typeorm';
import type { Portal } from './portal.js';
import type { Settings } from './settings.js';
import type { SendSms } from './sms.js';

/** What the steps of the wizard work with. */
export interface BotDeps {
  database: DataSource;
  portal: Portal;
  sms: SendSms;
  settings: Settings;
}
