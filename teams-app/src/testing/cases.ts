import {
  byWhatIsToDo,
  countCases,
  type CaseBook,
  type CaseWalk,
  type PromptCase,
} from '@last-mile/shared/feedback';
import { libraryItem } from './library';
import { championId } from './people';

const amara = { userId: championId, name: 'Amara Okafor' };
const { clientKey: itemKey, content, version } = libraryItem();

let made = 0;

function newKey(): string {
  made += 1;
  return `00000000-0000-4000-8000-1${String(made).padStart(11, '0')}`;
}

/** A case of the library item of the tests that nobody walked yet; `change` makes it another one. */
export function promptCase(change: Partial<PromptCase> = {}): PromptCase {
  return {
    clientKey: newKey(),
    itemKey,
    fromFeedback: newKey(),
    fixedIn: 3,
    input: 'A follow-up on the meeting of 12 May.',
    wentWrong: 'It named a day that does not exist.',
    mustHold: 'Every date in the answer is one of the input.',
    createdBy: amara,
    createdAt: '2026-11-21T09:00:00Z',
    retired: null,
    standing: { state: 'toWalk', why: { reason: 'neverWalked' } },
    walks: [],
    eTag: '"c,1"',
    delivered: true,
    ...change,
  };
}

/** A walk that found the case to hold; `change` makes it another one. */
export function caseWalk(change: Partial<CaseWalk> = {}): CaseWalk {
  return {
    ...{ clientKey: newKey(), version, outcome: 'held', note: null },
    ...{ walkedBy: amara, walkedAt: '2026-11-22T09:00:00Z', delivered: true },
    ...change,
  };
}

/** The case book of that item, as its counts follow from the cases. */
export function caseBook(cases: readonly PromptCase[], change: Partial<CaseBook> = {}): CaseBook {
  return {
    ...{ itemKey, title: content.title, version, assistant: content.assistant },
    cases: cases.toSorted(byWhatIsToDo),
    counts: countCases(cases.map(({ standing }) => standing)),
    ...{ canWalk: true, canAdd: true, candidates: [], asOf: '2026-11-23T09:00:00Z' },
    ...change,
  };
}
