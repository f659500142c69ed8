import * as z from 'zod/mini';

/** What is held about a person, in the kinds it is told to them by. */
export const dataKinds = [
  'use',
  'membership',
  'feedback',
  'votes',
  'practice',
  'times',
  'coaching',
  'library',
  'programme',
  'role',
  'notices',
  'acts',
] as const;
export const dataKind = z.enum(dataKinds);
export type DataKind = z.infer<typeof dataKind>;

/**
 * What an erasure does with what is held: the record goes; it stays and nobody can tell any more whose it
 * was; the person's own words go out of it; or it stays as it is, for a reason that is said.
 */
export const erasureActs = ['deleted', 'unlinked', 'emptied', 'kept'] as const;
export const erasureAct = z.enum(erasureActs);
export type ErasureAct = z.infer<typeof erasureAct>;
