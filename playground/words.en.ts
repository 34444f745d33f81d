/** What `npm run playground` says in the terminal, which cannot be relied upon to show Persian. */
export const words = {
  address: 'Ramzyar, a demonstration. Open this address in a browser:',
  howToEnd: 'Ctrl-C ends it.',
  settingUp: 'Setting up: a database, eleven invented people, some days of recoveries behind them …',
  ready: (seconds: string) => `Ready after ${seconds} s. Everything here is invented, and gone when it ends.`,
  ending: 'Ending …',
  taken: (port: number) => `Port ${port} is taken. Choose another with --port, or leave it out.`,
  noPort: (typed: string) => `--port takes a number from 1 to 65535, not “${typed}”.`,
  usage: [
    'npm run playground [-- --port <port>]',
    '',
    'Plays the product among invented people, on this machine alone (127.0.0.1).',
    '  --port <port>   the port of the page; 4040, or any free one when that is taken',
    '  --help          this',
  ].join('\n'),
};
