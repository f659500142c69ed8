import type { DraftSent } from '../../adoption/observations';
import { draftingMinutes } from '../../adoption/onDevice/draftingClock';
import type { DraftFill } from './draftFill';
import type { DraftSession } from './draftSession';
import { fateOf, keptOf } from './keptShare';

/** Most paragraphs that an observation tells of (`draftSent`). */
const mostParagraphs = 200;

/**
 * What may be said of a draft that is being sent: numbers and keys. Of several fillings it speaks of
 * the one that most words are left of, and of the latest where none is. A paragraph without a word of
 * its own had nothing to change and counts as kept.
 */
export function observationOf(
  session: DraftSession,
  own: { readonly lines: readonly string[] | null },
  sent: { readonly key: string; readonly at: Date },
): DraftSent {
  return {
    clientKey: sent.key,
    kind: 'draftSent',
    at: sent.at.toISOString(),
    minutes: draftingMinutes(session, sent.at.getTime()),
    taskKey: isKey(session.taskKey) ? session.taskKey : null,
    template: templateOf(session.fills, own.lines),
    surface: 'outlook',
  };
}

function templateOf(
  fills: readonly DraftFill[],
  lines: readonly string[] | null,
): DraftSent['template'] {
  let best: DraftSent['template'] = null;
  let mostLeft = -1;
  for (const { itemKey, version, paragraphs } of fills) {
    if (!isKey(itemKey) || version < 0 || Math.floor(version) !== version) continue;
    const kept = lines === null || paragraphs === null ? null : keptOf(paragraphs, lines);
    const left = kept?.words ?? 0;
    if (left < mostLeft || (left === 0 && mostLeft > 0)) continue;
    mostLeft = left;
    best = {
      itemKey,
      version,
      keptShare: kept === null ? null : kept.share,
      paragraphs: (kept === null ? [] : kept.paragraphs)
        .slice(0, mostParagraphs)
        .map((share) => (share === null ? 'kept' : fateOf(share))),
    };
  }
  return best;
}

const isKey = (key: string | null): key is string =>
  key !== null &&
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(key);
