/** Oddities that were seen on a messenger now and then; all off until a test or a person turns them on. */
export interface Quirks {
  /** Contact cards do not say whose they are. */
  contactWithoutUserId: boolean;
  /** `chat.type` is missing from updates. */
  chatTypeMissing: boolean;
  /** Errors come as plain text instead of JSON. */
  plainTextErrors: boolean;
  /** People use an old client that cannot show a callback's answer; its callback ids begin with 1. */
  oldClients: boolean;
}

export const noQuirks = (): Quirks => ({
  contactWithoutUserId: false,
  chatTypeMissing: false,
  plainTextErrors: false,
  oldClients: false,
});
