import { calendarDayIn } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { AssistantChange, CaseCounts, CaseState, CaseWalk, PromptCase } from './cases';
import type { FeedbackItem } from './feedbackItem';
import { maskPersonal } from './maskPersonal';

/**
 * Whether a flag may become a case (decision 0023): it ended with an adjusted prompt, and whoever wrote
 * it agreed. Of what was merged, `state` and `outcome` are those of the one that goes on for it.
 */
export function canBecomeCase({
  kind,
  state,
  outcome,
  caseConsent,
}: Pick<FeedbackItem, 'kind' | 'state' | 'outcome' | 'caseConsent'>): Decision<
  'noFlag' | 'flagNotFixed' | 'noCaseConsent'
> {
  if (kind !== 'flag') return refuse('noFlag');
  if (state !== 'closed' || outcome !== 'promptAdjusted') return refuse('flagNotFixed');
  return caseConsent ? allow : refuse('noCaseConsent');
}

/** Whether `viewer` sees and walks the cases of an item: champions, and who keeps it true. */
export function canSeeCases(
  { ownerId }: { readonly ownerId: string | null },
  viewer: { readonly userId: string; readonly champion: boolean },
): boolean {
  return viewer.champion || ownerId === viewer.userId;
}

/** Whether somebody may say how a case went on `version`: one that was published at some time. */
export function canWalkCase(
  { retired }: Pick<PromptCase, 'retired'>,
  version: number,
  publishedVersions: readonly number[],
): Decision<'caseRetired' | 'versionUnknown'> {
  if (retired !== null) return refuse('caseRetired');
  return publishedVersions.includes(version) ? allow : refuse('versionUnknown');
}

type Walk = Pick<CaseWalk, 'clientKey' | 'version' | 'outcome' | 'walkedAt'>;
type Change = Pick<AssistantChange, 'assistant' | 'changedOn' | 'recordedAt'>;

/** What a case stands on: all that is known of its item, and of the assistant behind it. */
export interface CaseGround {
  /** The version that is published, and where it is used; null where none is. */
  readonly published: { readonly version: number; readonly assistant: string | null } | null;
  readonly changes: readonly Change[];
  /** The programme's: days of walks are compared with days of changes. */
  readonly timeZone: string;
}

/**
 * Where a case stands. Only what was walked on the published version counts, and of that the latest; a
 * change of the item's assistant since then asks for another walk.
 */
export function caseStateOf(
  { retired }: Pick<PromptCase, 'retired'>,
  walks: readonly Walk[],
  { published, changes, timeZone }: CaseGround,
): CaseState {
  if (retired !== null) return { state: 'retired' };
  if (published === null) return { state: 'notApplicable' };
  const { version, assistant } = published;
  const last = latestFirst(walks).find((walk) => walk.version === version);
  if (last === undefined) {
    const isNew = walks.length > 0;
    return {
      state: 'toWalk',
      why: isNew ? { reason: 'newVersion', version } : { reason: 'neverWalked' },
    };
  }
  const change = changes
    .filter(
      (each) => isSameAssistant(each.assistant, assistant) && comesAfter(each, last, timeZone),
    )
    .reduce<Change | undefined>(laterChange, undefined);
  if (change !== undefined) {
    const { changedOn } = change;
    const named = assistant ?? change.assistant;
    return { state: 'toWalk', why: { reason: 'assistantChanged', assistant: named, changedOn } };
  }
  const { outcome } = last;
  return outcome === 'unclear' ? { state: 'toWalk', why: { reason: outcome } } : { state: outcome };
}

/** Walks, the last one first: by when, then by key, so that everybody sees the same one as the last. */
export function latestFirst<Each extends Pick<Walk, 'clientKey' | 'walkedAt'>>(
  walks: readonly Each[],
): Each[] {
  return walks.toSorted(
    (one, other) =>
      Date.parse(other.walkedAt) - Date.parse(one.walkedAt) ||
      (one.clientKey < other.clientKey ? 1 : -1),
  );
}

/** Whether two names mean the same assistant: people write them by hand. */
export function isSameAssistant(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && folded(one) === folded(other);
}

const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Whether a walk may have been before a change. Of one on the very day nobody knows, unless the change
 * had been recorded by then.
 */
function comesAfter({ changedOn, recordedAt }: Change, walk: Walk, timeZone: string): boolean {
  const walkedOn = calendarDayIn(new Date(walk.walkedAt), timeZone);
  if (walkedOn !== changedOn) return walkedOn < changedOn;
  return Date.parse(walk.walkedAt) <= Date.parse(recordedAt);
}

function laterChange(one: Change | undefined, other: Change): Change {
  return one !== undefined && one.changedOn >= other.changedOn ? one : other;
}

/** How cases stand together. What is retired, or has no published version to hold on, counts nowhere. */
export function countCases(states: readonly CaseState[]): CaseCounts {
  const count = (state: CaseState['state']) => states.filter((each) => each.state === state).length;
  const [toWalk, held, failed] = [count('toWalk'), count('held'), count('failed')];
  const isKnown = held + failed > 0;
  return {
    ...{ cases: toWalk + held + failed, toWalk },
    ...{ held: isKnown ? held : null, failed: isKnown ? failed : null },
  };
}

const order: Readonly<Record<CaseState['state'], number>> = {
  toWalk: 0,
  failed: 1,
  held: 2,
  notApplicable: 3,
  retired: 4,
};

/** The order of a case book: by what is to be done, then as they were made. */
export function byWhatIsToDo(
  one: Pick<PromptCase, 'standing' | 'createdAt' | 'clientKey'>,
  other: Pick<PromptCase, 'standing' | 'createdAt' | 'clientKey'>,
): number {
  return (
    order[one.standing.state] - order[other.standing.state] ||
    Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
    (one.clientKey < other.clientKey ? -1 : 1)
  );
}

/**
 * The words a case begins with: what the reporter wrote and what the assistant had, masked. Names the
 * directory knows are given, so that the reporter's own is never in it.
 */
export function proposedWords(
  { text, output }: Pick<FeedbackItem, 'text' | 'output'>,
  names: readonly string[],
): string {
  const words = output === null ? text : `${text}\n\n${output}`;
  return maskPersonal(words, { names }).text;
}
