/** Keys of no secret, the newest first. */
export const testKeys: readonly Buffer[] = [Buffer.alloc(32, 'ramzyar test key, the newest of all')];
