import { codeErrors } from './code.js';
import { contactErrors } from './contact.js';
import { insuredCodeErrors } from './insured-code.js';
import { mobileErrors } from './mobile.js';
import { nationalIdErrors } from './national-id.js';

/** Every reason for which typed text is refused; each is the key of a sentence. */
export const identityErrors = [
  ...insuredCodeErrors,
  ...nationalIdErrors,
  ...mobileErrors,
  ...contactErrors,
  ...codeErrors,
] as const;

export type IdentityError = (typeof identityErrors)[number];
