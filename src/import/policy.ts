/** What one person may do by a list. */
export interface ImportPolicy {
  /** So many mobiles and national IDs, which are what a member is known by; above it, two persons. */
  identitiesAlone: number;
}

export const usualImportPolicy: ImportPolicy = { identitiesAlone: 100 };
