import * as z from 'zod/mini';
import { instant, objectId } from '../text';
import { dataKind, erasureAct } from './dataKinds';

/** A place where something about people is kept, and what it holds of one of them. */
export const heldRecords = z.object({
  /** The name of the SharePoint list or the database table. */
  place: z.string(),
  home: z.enum(['list', 'table']),
  kind: dataKind,
  /** What it is, why it is kept, for how long, and who sees it: in English, as in the privacy document. */
  what: z.string(),
  why: z.string(),
  keptFor: z.string(),
  seenBy: z.string(),
  onErasure: z.array(erasureAct),
  /** Field by field. Where a field names a person it says `you` or `somebody else`. */
  records: z.array(z.record(z.string(), z.unknown())),
});
export type HeldRecords = z.infer<typeof heldRecords>;

/** An admin asks for what is held about somebody. */
export const personalDataRequest = z.strictObject({ userId: objectId });
export type PersonalDataRequest = z.infer<typeof personalDataRequest>;

/** Everything that is held about one person; places that hold nothing of them are left out. */
export const personalDataResponse = z.object({
  asOf: instant,
  places: z.array(heldRecords),
});
export type PersonalDataResponse = z.infer<typeof personalDataResponse>;
