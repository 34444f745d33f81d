import type { CliCommand } from './command.js';

export const startCommand: CliCommand = {
  name: 'start',
  does: 'runs the bot until it is told to stop',
  run: async () => {
    await import('../main.js');
    return 0;
  },
};
