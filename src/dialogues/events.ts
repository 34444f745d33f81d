/** What a chat is told of its dialogue: nobody has written in it for too long, or it has gone on for too long. */
export type DialogueEvent = { kind: 'dialogue-idle' } | { kind: 'dialogue-too-long' };
