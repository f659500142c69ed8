import * as z from 'zod/mini';
import { clientKey } from '../text';

/**
 * It is safe: committed under its key. `known` when this key had arrived before. Apart from what cases
 * are, as walks that wait on a device are sent by every screen.
 */
export const caseReceipt = z.object({ clientKey, state: z.enum(['accepted', 'known']) });
export type CaseReceipt = z.infer<typeof caseReceipt>;
