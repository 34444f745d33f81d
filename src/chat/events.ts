import type { AlertEvent } from '../alerts/events.js';
import type { DialogueEvent } from '../dialogues/events.js';
import type { IntakeEvent } from '../intake/events.js';
import type { RequestEvent } from '../requests/events.js';
import type { ResetEvent } from '../reset/events.js';
import type { StaffEvent } from '../staff/events.js';

/** Whatever a chat is told from outside its updates. Kinds are locale keys, except those a dialogue waits for. */
export type ChatEvent = ResetEvent | DialogueEvent | IntakeEvent | RequestEvent | AlertEvent | StaffEvent;

/** What only staff are told: alerts, requests, and what comes of their own work. */
export type ToStaff = Extract<ChatEvent, { kind: `staff-${string}` }>;

export const isToStaff = (event: ChatEvent): event is ToStaff => event.kind.startsWith('staff-');
