import type { ParagraphFate } from '@last-mile/shared/adoption';
import { fateOf, readOwnText } from '@last-mile/shared/on-send';
import { createDraws, type Draws } from './seededDraws';
import type { SampleItem } from './sampleItem';

/** What was left of a template when its draft was sent, as the device counts it. */
export interface Kept {
  /** Words still there, of the template's own words; null where the message could not be read. */
  readonly keptShare: number | null;
  /** Line by line, in the template's order; empty where the message could not be read. */
  readonly paragraphs: ParagraphFate[];
}

/** A paragraph of a template: how many words each of its lines brings, and how often people leave it. */
interface Paragraph {
  readonly lines: readonly number[];
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
  const fates = paragraphs.flatMap(({ lines, liking }) => {
    const share = shareLeft(liking, draws);
    return lines.map((words): ParagraphFate => {
      const wordsLeft = Math.round(words * share);
      all += words;
      kept += wordsLeft;
      // A line that is all placeholder has nothing to change.
      return words === 0 ? 'kept' : fateOf(wordsLeft / words);
    });
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
    lines: readOwnText({ type: 'html', content: block }).lines.map(wordsIn),
    liking: Math.min(0.97, Math.max(0.2, ofItem + 0.2 * draws.normal())),
  }));
}

/** Placeholders bring no words of the template's own. */
function wordsIn(line: string): number {
  const own = line.replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  return own.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
}
