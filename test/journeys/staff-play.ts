import type { Colleague, Crew } from './staff-crew.js';

/** How a command is played: typed, answered, and its buttons pressed to the end. */
export type Play = (crew: Crew) => Promise<void>;

/** They are asked once more, agree, and hear that it is done. */
export async function agreed(who: Colleague, asked: string, did: string): Promise<void> {
  await who.hears(asked);
  await who.presses('button-staff-yes');
  await who.hears(did);
}

/** A second person answers what the first has asked for. */
export async function second(
  { shahin, parvaneh }: Crew,
  answer: 'button-approve' | 'button-refuse',
  said: string,
): Promise<void> {
  await parvaneh.hears('approval-asked');
  await parvaneh.presses(answer);
  await parvaneh.hears(said);
  await shahin.hears('staff-decided');
}
