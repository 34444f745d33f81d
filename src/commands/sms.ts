import type { StaffCommand } from './staff-command.js';

/** The providers are asked outside; what they say comes as an event. */
export const sms: StaffCommand = {
  name: 'sms',
  description: 'staff-command-sms',
  usage: null,
  least: 'operator',
  run: async ({ house, by, staff }) => {
    await staff.askSms(by.chatKey, house.random.bytes(8).toString('hex'));
    await house.voice.say('sms-asked');
  },
};
