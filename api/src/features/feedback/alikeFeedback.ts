import { likenessOf, trigramsOf } from '@last-mile/shared/library';
import type { FeedbackSubject } from '@last-mile/shared/feedback';
import type { ProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import { mergedIntoOf } from './shownFeedback';

export interface AlikeRead {
  readonly read: Read;
  readonly likeness: number;
}

/**
 * People say the same in words of their own. What they say about the same thing counts as nearer by
 * this share of what its words are apart: of the sample's merged suggestions twelve in fourteen are
 * proposed so, and one proposal comes on each piece of feedback.
 */
const nearerAboutTheSame = 0.25;
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

  function likenessBetween(one: Read, other: Read): number {
    const inWords = likenessOf(trigramsIn(one), trigramsIn(other));
    const isSame = subjectOf(one.record.about) === subjectOf(other.record.about);
    return isSame ? inWords + (1 - inWords) * nearerAboutTheSame : inWords;
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
      .map((read) => ({ read, likeness: likenessBetween(wanted, read) }))
      .filter(({ likeness }) => likeness >= alikeFrom)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostProposed);
}

/** What it is about, whichever version or step. */
function subjectOf(about: FeedbackSubject): string {
  if (about.type === 'libraryItem') return about.itemKey;
  return about.type === 'workflow' ? about.workflowKey : about.type;
}
