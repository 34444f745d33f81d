import type { Shift, StaffCommand } from './staff-command.js';

/** The buttons that work once. */
export const answers: readonly StaffCommand[] = [
  answer('staff-yes', true),
  answer('import-replace', true),
  answer('staff-no', false),
  answer('approve', true),
  answer('refuse', false),
];

function answer(name: string, yes: boolean): StaffCommand {
  return {
    ...{ name, description: null, usage: null, least: 'operator' as const },
    run: async ({ house, by, staff }: Shift, token) => {
      const answered = await staff.acts.answer(by, token, yes);
      if (answered.kind !== 'did') return house.voice.say(answered);
      const { act } = answered;
      const told = await house.voice.ask({ ...act, kind: `did-${act.kind}` });
      if ('runId' in act && act.chatKey === by.chatKey) await staff.lists.tasks.noteToldOf(act.runId, -told);
    },
  };
}
