import { likenessOf, trigramsOf } from '@last-mile/shared/library';
import type { ProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import { mergedIntoOf } from './shownFeedback';

export interface AlikeRead {
  readonly read: Read;
  readonly likeness: number;
}

/** People say the same in words of their own: texts that share fewer trigrams are proposed, too. */
const alikeFrom = 0.3;
const mostProposed = 5;

/** Finds open feedback that another piece could go on in. A text's trigrams are made once. */
export function createAlikeFeedback() {
  const trigrams = new WeakMap<Read, ReadonlySet<number>>();
  function trigramsIn(read: Read) {
    const known = trigrams.get(read) ?? trigramsOf(read.record.text);
    trigrams.set(read, known);
    return known;
  }

  return (feedback: ProgrammeFeedback, wanted: Read): AlikeRead[] =>
    feedback.all
      .filter(
        (read) =>
          read !== wanted &&
          read.record.kind === wanted.record.kind &&
          read.record.state !== 'closed' &&
          mergedIntoOf(feedback, read) === null,
      )
      .map((read) => ({ read, likeness: likenessOf(trigramsIn(wanted), trigramsIn(read)) }))
      .filter(({ likeness }) => likeness >= alikeFrom)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostProposed);
}
