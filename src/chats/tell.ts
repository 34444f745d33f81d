/** Something that a chat is told from outside its own updates; each part of the product names its own kinds. */
export interface ToldEvent {
  kind: string;
}

/** Tells chats by rows. An event with the same key is told once, however often it is written. */
export interface Tell<Event extends ToldEvent> {
  tell(chatKey: string, event: Event, key: string): Promise<void>;
}
