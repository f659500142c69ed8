import type { Measure, TaskRow } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { comparisonInWords, differenceInWords } from '../../../app/figures/comparisonWords';
import { figureTexts } from '../../../app/figures/figureTexts';
import { tasksTexts as texts } from './tasksTexts';

/** What is said of one question about a task, and what stands behind it. */
interface TaskWords {
  readonly says: string;
  readonly behind: string;
  /** It asks for something to be done. */
  readonly attention?: boolean;
}

/** The four questions about a task: is there something published, is it used, does it save time, is it trusted. */
export function taskInWords(task: TaskRow, formats: Formats): readonly TaskWords[] {
  return [published(task), used(task, formats), savesTime(task, formats), trusted(task, formats)];
}

function published({ publishedItems }: TaskRow): TaskWords {
  return publishedItems === 0
    ? { says: texts.nothingPublished, behind: '', attention: true }
    : { says: texts.items(publishedItems), behind: '' };
}

function used({ uses, publishedItems }: TaskRow, { number }: Formats): TaskWords {
  if (uses.state === 'known') {
    return { says: texts.uses(number(uses.value)), behind: texts.byPeople(uses.n) };
  }
  return { says: publishedItems === 0 ? '' : whyNot(uses.state), behind: '' };
}

function savesTime({ withTemplate }: TaskRow, formats: Formats): TaskWords {
  if (withTemplate.state === 'pending') return { says: figureTexts.pending, behind: '' };
  if (withTemplate.state !== 'known') return { says: texts.needsTen, behind: '' };
  return {
    says: differenceInWords(withTemplate.shift, formats),
    behind: comparisonInWords(withTemplate, formats),
  };
}

/** What is known of it; where nothing is, the reason. */
function trusted({ trust }: TaskRow, { percent, decimal }: Formats): TaskWords {
  const known = (figure: Measure, words: (value: number) => string) =>
    figure.state === 'known' ? [words(figure.value)] : [];
  const [first, ...others] = [
    ...known(trust.keptShare, (share) => texts.kept(percent(share))),
    ...known(trust.redoRate, (share) => texts.redone(percent(share))),
    ...known(trust.flagsPer100, (flags) => texts.flagged(decimal(flags))),
  ];
  if (first !== undefined) return { says: first, behind: others.join(' · ') };
  const { state } = trust.keptShare;
  return { says: whyNot(state === 'known' ? 'notEnoughData' : state), behind: '' };
}

function whyNot(state: Exclude<Measure['state'], 'known'>) {
  return figureTexts[state];
}
