import * as z from 'zod/mini';
import { clientKey } from './text';

/** What was sent is kept under its key; sent again it is known, and nothing is doubled. */
export const receipt = z.object({ clientKey, state: z.enum(['accepted', 'known']) });
