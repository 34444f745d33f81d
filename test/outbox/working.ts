import type { openOutbox } from './harness.js';

/** Works, and has looked; from now on nobody looks unless woken, however long a test takes by the clock on the wall. */
export async function workingIn(
  outbox: ReturnType<typeof openOutbox>,
  ...[handlers, changes]: Parameters<typeof outbox.work>
) {
  const wakeUp = { ...outbox.wakeUp, wait: () => outbox.wakeUp.wait() };
  const worker = outbox.work(handlers, { wakeUp, ...changes });
  await outbox.afterALook();
  return worker;
}
