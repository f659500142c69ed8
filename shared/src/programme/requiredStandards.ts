import * as z from 'zod/mini';
import { standardId } from '../library/standards/finding';

/** The prompt standards without which nothing of the programme is published; the others advise. */
export const requiredStandardsResponse = z.object({
  /** Sent back with a change. */
  eTag: z.string(),
  required: z.array(standardId),
});
export type RequiredStandardsResponse = z.infer<typeof requiredStandardsResponse>;

/** The standards that shall be required from now on, and as which version they were read. */
export const saveRequiredStandardsRequest = z.strictObject({
  eTag: z.string(),
  required: z.array(standardId),
});
export type SaveRequiredStandardsRequest = z.infer<typeof saveRequiredStandardsRequest>;
