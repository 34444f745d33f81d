import type { CallLog } from './call-log.js';

const patienceMs = 10_000;

/** Resolves when every update is confirmed, no call is under way, and none has come for so long. Throws after 10 s. */
export function silence(log: CallLog, pending: () => number, quietMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(look, quietMs);
    const stopListening = log.changed.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(look, quietMs);
    });
    const patience = setTimeout(() => {
      leave();
      reject(new Error(`no silence within ${patienceMs} ms: ${pending()} updates are unconfirmed`));
    }, patienceMs);

    function look() {
      if (pending() === 0 && log.underWay === 0) {
        leave();
        resolve();
      } else timer = setTimeout(look, quietMs);
    }
    function leave() {
      stopListening();
      clearTimeout(timer);
      clearTimeout(patience);
    }
  });
}
