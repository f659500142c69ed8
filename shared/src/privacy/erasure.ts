import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, objectId } from '../text';
import { dataKind, erasureAct } from './dataKinds';

/** A person asks that what is held about them is erased. */
export const erasureRequest = z.strictObject({ clientKey });
export type ErasureRequest = z.infer<typeof erasureRequest>;

/** An admin asks it for somebody else. */
export const erasureOfRequest = z.strictObject({ clientKey, userId: objectId });
export type ErasureOfRequest = z.infer<typeof erasureOfRequest>;

/** What was done in one place. */
const doneIn = z.object({
  place: z.string(),
  kind: dataKind,
  act: erasureAct,
  /** Records it was done to. */
  records: z.int(),
});
export type DoneIn = z.infer<typeof doneIn>;

/** What an erasure did, or is still doing. */
export const erasure = z.object({
  clientKey,
  askedAt: instant,
  /** Null while it is under way. */
  doneAt: z.nullable(instant),
  /** What the person does counts again from this Monday on, as that of somebody new. */
  countsFrom: calendarDay,
  done: z.array(doneIn),
});
export type Erasure = z.infer<typeof erasure>;

/** How the erasure of a person's data stands. */
export const erasureResponse = z.object({
  /** The last one; null where nothing was ever erased, or it is no longer remembered. */
  erasure: z.nullable(erasure),
  /** Programmes that must get another owner or sponsor first. */
  blockedBy: z.array(z.string()),
});
export type ErasureResponse = z.infer<typeof erasureResponse>;
