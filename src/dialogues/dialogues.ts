/** A stored dialogue: the conversation plugin's state, and whether it may still go on. */
export interface OpenDialogue {
  /** The plugin's own data, as JSON text. */
  state: string;
  /** `stale`: written by another version of the dialogue; `over`: idle or too long. Neither may be resumed. */
  status: 'live' | 'stale' | 'idle' | 'too-long';
}

/** Where the conversations of all chats wait between two updates; encrypted at rest, one a chat. Works inside one transaction. */
export interface Dialogues {
  read(chatKey: string): Promise<OpenDialogue | null>;
  /** Keeps the state and moves the idle end; the absolute end stays where the dialogue's first write put it. */
  write(chatKey: string, state: string): Promise<void>;
  remove(chatKey: string): Promise<void>;
}
