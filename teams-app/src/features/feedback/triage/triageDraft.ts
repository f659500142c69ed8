import {
  triageAct,
  type FeedbackOutcome,
  type QueueItem,
  type TriageAct,
} from '@last-mile/shared/feedback';
import type { OpenAct } from '../queue/queuePlace';

/** What is being written and chosen for an item, whichever act it ends in. Named as in the contract. */
export interface TriageDraft {
  note: string;
  /** Object id; '' for nobody, null while nothing is chosen. */
  to: string | null;
  route: FeedbackOutcome | null;
  itemKey: string;
  version: number | null;
  workflowKey: string;
  /** '' for the whole task. */
  stepKey: string;
  change: string;
  /** Key of the session of practice; '' for another training. */
  sessionKey: string;
  training: string;
  reference: string;
  sentOn: string;
  answer: string;
  reason: string;
  /** Key of the other one of a merge. */
  into: string;
  /** Which of the two goes on. */
  keeps: 'this' | 'other';
}

export type DraftField = keyof TriageDraft;

/** An act ready to be sent, on which of two where they are merged; or the fields that need mending. */
export type ReadyAct =
  | { readonly act: TriageAct; readonly on: 'this' | 'other' }
  | { readonly mend: ReadonlySet<string> };

/** Where every form of the item begins: with what is known of it. */
export function initialDraft(item: QueueItem, today: string): TriageDraft {
  const { about, vendor, assignee, awaitsItem } = item;
  return {
    note: '',
    to: assignee?.userId ?? null,
    route: vendor === null ? null : 'vendor',
    itemKey: awaitsItem ?? (about.type === 'libraryItem' ? about.itemKey : ''),
    version: null,
    workflowKey: about.type === 'workflow' ? about.workflowKey : '',
    stepKey: about.type === 'workflow' ? (about.stepKey ?? '') : '',
    change: '',
    sessionKey: '',
    training: '',
    reference: vendor?.reference ?? '',
    sentOn: vendor?.sentOn ?? today,
    answer: vendor?.answer ?? '',
    reason: '',
    into: '',
    keeps: 'other',
  };
}

/** The act that the form says, where it says all that the contract asks for. */
export function toAct(form: OpenAct, draft: TriageDraft, item: QueueItem): ReadyAct {
  if (form === 'merge' && draft.into === '') return { mend: new Set(['into']) };
  const keepsThis = form === 'merge' && draft.keeps === 'this';
  const into = keepsThis ? item.clientKey : draft.into;
  const read = triageAct.safeParse({ do: form, ...partsOf(form, { ...draft, into }) });
  return read.success
    ? { act: read.data, on: keepsThis ? 'other' : 'this' }
    : { mend: new Set(read.error.issues.map(({ path }) => String(path.at(-1)))) };
}

/** What the contract wants beside the name of the act; it refuses anything more. */
function partsOf(form: OpenAct, draft: TriageDraft): object {
  const { to, itemKey, reference, sentOn, into } = draft;
  const note = draft.note.trim() === '' ? null : draft.note;
  switch (form) {
    case 'takeUp':
    case 'reopen':
      return { note };
    case 'assign':
      return to === null ? {} : { to: to === '' ? null : to };
    case 'adjustPrompt':
      return { itemKey };
    case 'sendToVendor':
      return { reference, sentOn, note };
    case 'close':
      return { outcome: outcomeOf(draft), note };
    case 'merge':
      return { into };
    case 'holdBack':
    case 'share':
      return {};
  }
}

function outcomeOf(draft: TriageDraft): object {
  const { route, itemKey, version, workflowKey, change, training, sessionKey } = draft;
  switch (route) {
    case 'promptAdjusted':
      return { route, itemKey, version };
    case 'workflowChanged':
      return { route, workflowKey, stepKey: draft.stepKey === '' ? null : draft.stepKey, change };
    case 'trainingChanged':
      return { route, training, sessionKey: sessionKey === '' ? null : sessionKey };
    case 'vendor':
      return { route, reference: draft.reference, sentOn: draft.sentOn, answer: draft.answer };
    case 'declined':
      return { route, reason: draft.reason };
    case null:
      return {};
  }
}
