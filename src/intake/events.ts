/** What a chat is told of its own updates. */
export type IntakeEvent =
  /** One of them could not be handled; the chat’s dialogue cannot go on. */
  | { kind: 'went-wrong' }
  /** More came than are taken in. */
  | { kind: 'flood' };
