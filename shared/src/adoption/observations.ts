import * as z from 'zod/mini';
import { clientKey, instant } from '../text';
import { longestDraftMinutes } from './onDevice/draftingClock';

/** What became of an inserted paragraph, as counted on the device. */
export const paragraphFate = z.enum(['kept', 'rewritten', 'deleted']);
export type ParagraphFate = z.infer<typeof paragraphFate>;

/** A draft that was sent: how long it took and what became of its template. Never its text. */
export const draftSent = z.strictObject({
  clientKey,
  kind: z.literal('draftSent'),
  /** When it was sent. */
  at: instant,
  /** Minutes from opened to sent, idle time removed; null where the device could not tell. */
  minutes: z.nullable(z.number().check(z.minimum(0), z.maximum(longestDraftMinutes))),
  /** The mapped task, by one tap; null when the person did not say. */
  taskKey: z.nullable(clientKey),
  /** The template that was inserted, if any. */
  template: z.nullable(
    z.strictObject({
      itemKey: clientKey,
      version: z.number().check(z.int(), z.minimum(0)),
      /** How much of its text was still there at send; null where it could not be told. */
      keptShare: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
      /** Paragraph by paragraph, in the template's order. */
      paragraphs: z.array(paragraphFate).check(z.maxLength(200)),
    }),
  ),
  surface: z.literal('outlook'),
});
export type DraftSent = z.infer<typeof draftSent>;

/** The answer to "Did you have to redo it?", asked at most weekly. */
export const redoAnswered = z.strictObject({
  clientKey,
  kind: z.literal('redoAnswered'),
  at: instant,
  itemKey: clientKey,
  version: z.number().check(z.int(), z.minimum(0)),
  redo: z.boolean(),
  surface: z.enum(['teams', 'outlook']),
});
export type RedoAnswered = z.infer<typeof redoAnswered>;
