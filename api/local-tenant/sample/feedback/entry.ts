import type { FeedbackOutcome, FeedbackSubject, FlagReason } from '@last-mile/shared/feedback';
import type { StarterTask } from '@last-mile/shared/library';
import type { FeaturedPerson } from '../people';
import { library } from '../library';
import { sampleKey } from '../sampleKeys';
import { taskKey, workflows } from '../workflows';

/** A week of the programme in which something was sent, or how many hours before the start. */
export type Sent = { readonly week: number } | { readonly hoursAgo: number };

/** How something ended, or the way it is on. */
export interface Way {
  readonly outcome: FeedbackOutcome;
  readonly reference: string;
  /** Key of the library item or the task it leads to. */
  readonly key?: string;
  /** What the vendor answered. */
  readonly answer?: string;
}

/** How far a piece of feedback has come; `answeredAfter` is in working days, 0 the same day. */
export type Progress =
  | { readonly state: 'new' }
  | { readonly state: 'inProgress'; readonly answeredAfter: number; readonly way: Way | null }
  | { readonly state: 'waitingOnVendor'; readonly answeredAfter: number; readonly way: Way }
  | {
      readonly state: 'closed';
      readonly answeredAfter: number;
      readonly closedAfterWeeks: number;
      readonly way: Way;
      readonly helped: boolean | null;
    }
  /** Said before by somebody else: goes on in the suggestion with that name. */
  | { readonly state: 'merged'; readonly answeredAfter: number; readonly into: string };

/** What may be said of an entry beside what everyone has. */
interface More {
  /** A name to be merged into. */
  readonly name?: string;
  /** One of the people one can sign in as; otherwise somebody of the job family. */
  readonly by?: FeaturedPerson;
  readonly unnamed?: boolean;
  readonly surface?: 'teams' | 'outlook';
  readonly reachedClient?: boolean;
  /** What the reporter was told. */
  readonly note?: string;
  /** Whether the reporter agrees to a case of it; the words of the case, where one was made. */
  readonly asCase?: 'agreed' | CaseWords;
}

/** The words of a case, as a champion wrote them. */
export interface CaseWords {
  readonly input: string;
  readonly wentWrong: string;
  readonly mustHold: string;
}

/** A piece of feedback as the sample tells it. */
export interface FeedbackEntry extends More {
  readonly kind: 'flag' | 'suggestion';
  readonly reason: FlagReason | null;
  readonly sent: Sent;
  readonly about: FeedbackSubject;
  readonly text: string;
  readonly progress: Progress;
}

const sentIn = (sent: number | Sent): Sent => (typeof sent === 'number' ? { week: sent } : sent);

/** A suggestion, sent in a week of the programme. */
export function suggestion(
  sent: number | Sent,
  about: FeedbackSubject,
  text: string,
  progress: Progress,
  more: More = {},
): FeedbackEntry {
  return { kind: 'suggestion', reason: null, sent: sentIn(sent), about, text, progress, ...more };
}

/** A flag, sent in a week of the programme. */
export function flag(
  reason: FlagReason,
  sent: number | Sent,
  about: FeedbackSubject,
  text: string,
  progress: Progress,
  more: More = {},
): FeedbackEntry {
  return { kind: 'flag', reason, sent: sentIn(sent), about, text, progress, ...more };
}

export const fresh: Progress = { state: 'new' };

export function underWay(answeredAfter: number, way: Way | null = null): Progress {
  return { state: 'inProgress', answeredAfter, way };
}

export function atVendor(answeredAfter: number, reference: string): Progress {
  return { state: 'waitingOnVendor', answeredAfter, way: { outcome: 'vendor', reference } };
}

export function closed(
  answeredAfter: number,
  closedAfterWeeks: number,
  way: Way,
  helped: boolean | null = null,
): Progress {
  return { state: 'closed', answeredAfter, closedAfterWeeks, way, helped };
}

export function sameAs(into: string, answeredAfter: number): Progress {
  return { state: 'merged', answeredAfter, into };
}

/** The text of a library item, named by its title, was changed. */
export function adjusted(title: string, change: string): Way {
  const key = library.find(({ content }) => content.title === title)?.clientKey ?? '';
  return { outcome: 'promptAdjusted', reference: `${title}: ${change}`, key };
}

/** A step of a mapped task was changed. */
export function changed(task: StarterTask, step: string, change: string): Way {
  const title = workflows.find(({ clientKey }) => clientKey === taskKey(task))?.task ?? '';
  const reference = `${title}, step “${step}”: ${change}`;
  return { outcome: 'workflowChanged', reference, key: taskKey(task) };
}

/** A practice session took it up. */
export const trained = (week: number, session: string): Way => ({
  outcome: 'trainingChanged',
  reference: `Practice session of week ${week}: ${session}`,
});

/** The vendor answered, under the number of our request. */
export const answeredByVendor = (reference: string, answer: string): Way => ({
  outcome: 'vendor',
  ...{ reference, answer },
});

export const declined = (reason: string): Way => ({ outcome: 'declined', reference: reason });

export const aboutPrompt = (title: string) => aboutItem(`prompt ${title}`);
export const aboutTemplate = (title: string) => aboutItem(`template ${title}`);
export const aiOutput: FeedbackSubject = { type: 'aiOutput' };
export const tool: FeedbackSubject = { type: 'tool' };
export const aboutTask = (task: StarterTask): FeedbackSubject => ({
  type: 'workflow',
  workflowKey: taskKey(task),
});

const aboutItem = (name: string): FeedbackSubject => ({
  type: 'libraryItem',
  itemKey: sampleKey(name),
  version: 1,
});
