import type { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';

/** Does the mobile stay that the member registered? The list speaks against it, and nobody has agreed to replace it. */
export const ownMobileStays = (
  { overMembersOwn }: Pick<ImportRun, 'overMembersOwn'>,
  { mobileChange }: Pick<ImportRow, 'mobileChange'>,
): boolean => mobileChange === 'contradicts' && overMembersOwn === 0;
