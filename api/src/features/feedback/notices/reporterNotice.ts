import type { FeedbackRecord } from '../feedbackList';

/** What a piece of feedback can tell whoever wrote it. */
export type ReporterNews = 'answered' | 'closed' | 'reopened';

/** News of one round: a round begins each time the feedback is opened again. */
export interface Told {
  readonly news: ReporterNews;
  readonly round: number;
}

/** News that nobody told yet. */
export interface ReporterNotice extends Told {
  /** When it happened, as far as the list says; else when the item was last changed. */
  readonly at: string;
  /** Whether the reporter did it themselves: it counts as told. */
  readonly isOwnAct: boolean;
}

/** How far a piece of feedback has come. */
type Progress = Pick<FeedbackRecord, 'state' | 'reopened' | 'respondedAt' | 'closedAt' | 'helped'>;

/**
 * What is to be told of feedback as it stands now, after what was told last; null where that says it
 * all. Told is the newest only: whoever was away hears how it ended, not how it went. It depends on
 * nothing but the two, so that asking twice, after a crash or by two instances, gives the same; and a
 * change by hand in SharePoint tells like one of ours.
 */
export function reporterNotice(
  progress: Progress,
  changedAt: string,
  told: Told | null,
): ReporterNotice | null {
  const news = newsOf(progress, told);
  if (news === null) return null;
  const round = progress.reopened;
  if (told?.news === news && told.round === round) return null;
  return {
    ...{ news, round },
    at: instantOf(news, progress) ?? changedAt,
    isOwnAct: news === 'reopened' && progress.helped === false,
  };
}

function newsOf({ state, reopened }: Progress, told: Told | null): ReporterNews | null {
  if (state === 'closed') return 'closed';
  if (state !== 'new') return 'answered';
  // By hand in SharePoint it is opened again without anybody counting it.
  const isOpenedAgain = told?.news === 'closed' || reopened > (told?.round ?? 0);
  return isOpenedAgain ? 'reopened' : null;
}

function instantOf(news: ReporterNews, { closedAt, respondedAt, reopened }: Progress) {
  if (news === 'closed') return closedAt;
  // The first response keeps its instant however often the feedback is opened again.
  return news === 'answered' && reopened === 0 ? respondedAt : null;
}
