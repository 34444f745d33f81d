import type { StaffRequest } from '../../entities/staff-request.js';

/** What chats are told of the requests that members put to staff. */
export type RequestEvent =
  /** To staff: a member has asked for something that only they can do. */
  | { kind: 'staff-request'; requestId: number }
  /** To whoever asked. */
  | { kind: 'request-granted'; request: StaffRequest['kind']; reference: string }
  | { kind: 'request-refused'; request: StaffRequest['kind']; reference: string };
