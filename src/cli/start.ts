import { runProduct } from '../app/run-product.js';
import type { CliCommand } from './command.js';

export const startCommand: CliCommand = {
  name: 'start',
  does: 'runs the bot until it is told to stop',
  usage: [{ words: '', does: 'exit code 1 where it cannot start, or needs a person' }],
  run: async (shell) => {
    await runProduct(shell);
    return 0;
  },
};
