import type { ParagraphFate } from '@last-mile/shared/adoption';
import { createDraws, type Draws } from './seededDraws';
import type { SampleItem } from './sampleItem';

/** What was left of a template when its draft was sent, as the device counts it. */
export interface Kept {
  /** Words still there, of the template's own words; null where the message could not be read. */
  readonly keptShare: number | null;
  /** In the template's order; empty where the message could not be read. */
  readonly paragraphs: ParagraphFate[];
}

/** From this share of its words on a paragraph is kept; up to the other it is deleted. */
const keptFrom = 0.9;
const deletedUpTo = 0.1;

/** A paragraph of a template: how many words it brings, and how often people leave them as they are. */
interface Paragraph {
  readonly words: number;
  readonly liking: number;
}

/** One sending of a template: some paragraphs suit the occasion, others are rewritten or thrown out. */
export function createKeptModel(): (item: SampleItem, draws: Draws) => Kept {
  const known = new Map<string, readonly Paragraph[]>();
  return (item, draws) => {
    const paragraphs = known.get(item.clientKey) ?? paragraphsOf(item);
    known.set(item.clientKey, paragraphs);
    return draws.share() < 0.03
      ? { keptShare: null, paragraphs: [] }
      : sendingOf(paragraphs, draws);
  };
}

function sendingOf(paragraphs: readonly Paragraph[], draws: Draws): Kept {
  let all = 0;
  let kept = 0;
  const fates = paragraphs.map(({ words, liking }): ParagraphFate => {
    const wordsLeft = Math.round(words * shareLeft(liking, draws));
    all += words;
    kept += wordsLeft;
    if (words === 0) return 'kept';
    const share = wordsLeft / words;
    if (share >= keptFrom) return 'kept';
    return share <= deletedUpTo ? 'deleted' : 'rewritten';
  });
  return { keptShare: all === 0 ? null : kept / all, paragraphs: fates };
}

function shareLeft(liking: number, draws: Draws): number {
  const mood = draws.share();
  if (mood < liking) return 1;
  return mood < liking + 0.6 * (1 - liking) ? 0.2 + 0.6 * draws.share() : 0;
}

/** How well each paragraph is liked is the text's own: drawn once, from its key. */
function paragraphsOf({ clientKey, content }: SampleItem): readonly Paragraph[] {
  const draws = createDraws(Number.parseInt(clientKey.slice(0, 8), 16));
  const ofItem = 0.4 + 0.35 * draws.share();
  const blocks = content.body.match(/<(p|li)>.*?<\/\1>/gs) ?? [];
  return blocks.map((block) => ({
    words: wordsIn(block),
    liking: Math.min(0.97, Math.max(0.2, ofItem + 0.2 * draws.normal())),
  }));
}

/** Tags and placeholders bring no words of the template's own. */
function wordsIn(block: string): number {
  const own = block.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  return own.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
}
