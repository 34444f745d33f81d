/** What a key is used for; each purpose has a key of its own, derived from the application key. */
export type Purpose =
  | 'national-id'
  | 'mobile'
  | 'name'
  | 'insured-code'
  | 'dialogue'
  | 'inbox'
  | 'outbox'
  | 'code'
  | 'limit'
  | 'audit'
  | 'audit-line'
  | 'chat';

/** Encryption at rest, blind indexes and derived secrets, under one or more application keys, newest first. */
export interface Keyring {
  /** Fingerprint of the key that encrypts and indexes from now on: 16 hex digits. */
  readonly current: string;
  /** Fingerprints of all keys at hand, newest first. */
  readonly fingerprints: readonly string[];
  /** Encrypts with the current key, bound to the purpose. */
  encrypt(purpose: Purpose, text: string): string;
  /** Decrypts what any key at hand has encrypted for this purpose. Throws when it was changed, and a `MissingKey` when its key is absent. */
  decrypt(purpose: Purpose, encrypted: string): string;
  /** Keyed blind index under the current key: 64 hex digits. */
  index(purpose: Purpose, value: string): string;
  /** The same under every key at hand, newest first, for look-ups while a rotation is not finished. */
  indexes(purpose: Purpose, value: string): string[];
  /** HMAC-SHA256 under the named key. Throws a `MissingKey` when it is absent. */
  mac(purpose: Purpose, fingerprint: string, text: string): Buffer;
}
