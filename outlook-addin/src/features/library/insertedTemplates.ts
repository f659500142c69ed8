import * as z from 'zod/mini';

/** A template put into a message before: keys and numbers only. */
const insertedTemplate = z.object({ itemKey: z.string(), version: z.number(), at: z.string() });
export type InsertedTemplate = z.infer<typeof insertedTemplate>;

/** Reads what the draft's session data keeps; anything else there counts as nothing. */
export function parseInserted(text: unknown): InsertedTemplate[] {
  if (typeof text !== 'string' || text === '') return [];
  try {
    const parsed = z.array(insertedTemplate).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
