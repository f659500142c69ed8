import * as z from 'zod/mini';
import type { CalendarDay } from '../../calendarDay';
import type { Fact, MembershipSpan } from '../facts';
import type { ParagraphFate } from '../observations';
import { factsOfEligible } from './eligible';
import { groupBy } from './groupBy';
import { peopleOf } from './measured';

/** In how many drafts a paragraph was kept, rewritten and deleted. */
const paragraphFates = z.object({
  kept: z.number(),
  rewritten: z.number(),
  deleted: z.number(),
});
export type ParagraphFates = z.infer<typeof paragraphFates>;

/** A version's heat map: over how many drafts and weeks, and its paragraphs in their order. */
export const paragraphHeat = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    drafts: z.number(),
    weeks: z.number(),
    paragraphs: z.array(paragraphFates),
  }),
  z.object({ state: z.literal('notEnoughData') }),
]);
export type ParagraphHeat = z.infer<typeof paragraphHeat>;

export const paragraphHeatResponse = z.object({ smallestGroup: z.number(), heat: paragraphHeat });
export type ParagraphHeatResponse = z.infer<typeof paragraphHeatResponse>;

/** Which version of a template's text is asked about. */
export const paragraphHeatQuery = z.strictObject({
  version: z.string().check(z.regex(/^\d{1,9}$/)),
});

/** The version of a template that a sent draft was made with, and what became of its paragraphs. */
export interface SentVersion {
  readonly itemKey: string;
  readonly version: number;
  /** Empty where the device could not tell. */
  readonly paragraphs: readonly ParagraphFate[];
}

/** A draft that was sent; null where no template was in it. */
export interface SentDraft extends Fact {
  readonly template: SentVersion | null;
}

/**
 * What became of the paragraphs of one version of a template, in drafts of people eligible in the
 * draft's own week. A week is told whole or not at all (decisions 0017 and 0027): where at least the
 * smallest group sent a draft with the version, and those who sent what is not told, of the same
 * template and of all, are nobody or at least as many. So neighbouring windows, and what is told
 * taken from the template's or the week's whole, differ by nobody or by that many.
 */
export function paragraphHeatOf(
  drafts: readonly SentDraft[],
  { itemKey, version }: Pick<SentVersion, 'itemKey' | 'version'>,
  measured: {
    readonly membership: readonly MembershipSpan[];
    readonly lastTwelve: readonly CalendarDay[];
    readonly timeZone: string;
    readonly smallestGroup: number;
  },
): ParagraphHeat {
  const { membership, lastTwelve, timeZone, smallestGroup } = measured;
  const byWeek = factsOfEligible(drafts, membership, lastTwelve, timeZone);
  const told = lastTwelve.flatMap((monday) => {
    const inWeek = (byWeek.get(monday) ?? []).flatMap(({ subjectId, at, template }) =>
      template === null || template.paragraphs.length === 0 ? [] : { subjectId, at, ...template },
    );
    const isOfFew = (sent: readonly Fact[]) => peopleOf(sent) < smallestGroup;
    const leavesFew = (sent: readonly Fact[]) => sent.length > 0 && isOfFew(sent);
    const templates = [...groupBy(inWeek, (draft) => draft.itemKey).values()].map((drafts) => {
      const versions = [...groupBy(drafts, (draft) => String(draft.version)).values()];
      const byFew = versions.filter(isOfFew).flat();
      return leavesFew(byFew)
        ? { told: [], untold: drafts }
        : { told: versions.filter((sent) => !isOfFew(sent)), untold: byFew };
    });
    if (leavesFew(templates.flatMap(({ untold }) => untold))) return [];
    return templates
      .flatMap(({ told: versions }) => versions)
      .filter(([sent]) => sent?.itemKey === itemKey && sent.version === version);
  });
  if (told.length === 0) return { state: 'notEnoughData' };
  const sent = told.flat();
  const longest = Math.max(...sent.map(({ paragraphs }) => paragraphs.length));
  const count = (place: number, fate: ParagraphFate) =>
    sent.filter(({ paragraphs }) => paragraphs[place] === fate).length;
  return {
    state: 'known',
    drafts: sent.length,
    weeks: told.length,
    paragraphs: Array.from({ length: longest }, (_, place) => ({
      kept: count(place, 'kept'),
      rewritten: count(place, 'rewritten'),
      deleted: count(place, 'deleted'),
    })),
  };
}
