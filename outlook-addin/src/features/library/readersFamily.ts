import type { LibrarySnapshot } from './librarySnapshot';

/** Under which name the device keeps what an account said its job family is. */
export const familyChoiceOf = (account: string) => `jobFamily.${account}`;

/**
 * Id of the reader's job family, '' for none: what they chose, or else what their job title says. Null
 * where neither is known and there are several, so that they have to be asked.
 */
export function readersFamily(chosen: string | null, me: LibrarySnapshot['me']): string | null {
  const families = me.programme?.jobFamilies ?? [];
  return chosen ?? me.jobFamily ?? (families.length > 1 ? null : '');
}
