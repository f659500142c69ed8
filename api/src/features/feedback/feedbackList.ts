import {
  feedbackOutcomes,
  feedbackStates,
  feedbackSubject,
  feedbackSurfaces,
  flagReasons,
  type FeedbackItem,
  type FeedbackOutcome,
  type FeedbackRequest,
  type FeedbackSubject,
} from '@last-mile/shared/feedback';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

const kinds = ['flag', 'suggestion'] as const;
const answers = ['yes', 'no'] as const;
const subjects = ['libraryItem', 'aiOutput', 'tool', 'workflow'] as const;

/** The Feedback list, readable by the site's owners only. */
export const feedbackList: ListDefinition = {
  name: 'Feedback',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'Kind', type: 'choice', choices: kinds, indexed: true },
    { name: 'Reason', type: 'choice', choices: flagReasons },
    { name: 'ReachedClient', type: 'boolean', displayName: 'It reached a client' },
    { name: 'AboutType', type: 'choice', choices: subjects, displayName: 'About' },
    { name: 'AboutKey', type: 'text', displayName: 'About (key)', indexed: true },
    { name: 'AboutVersion', type: 'number', displayName: 'About (version)' },
    { name: 'AboutStep', type: 'text', displayName: 'About (step of the task)' },
    { name: 'Words', type: 'multilineText' },
    { name: 'Output', type: 'multilineText', displayName: 'What the assistant wrote' },
    { name: 'CaseConsent', type: 'boolean', displayName: 'May become a case' },
    // The reporter's object id when they gave their name, else a pseudonym made for this item.
    { name: 'Reporter', type: 'text', indexed: true },
    { name: 'ReporterNamed', type: 'boolean', displayName: 'Reporter gave their name' },
    { name: 'Surface', type: 'choice', choices: feedbackSurfaces },
    { name: 'State', type: 'choice', choices: feedbackStates, indexed: true },
    { name: 'SubmittedAt', type: 'dateTime', displayName: 'Submitted', indexed: true },
    { name: 'DueOn', type: 'text', displayName: 'First response due', indexed: true },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'RespondedAt', type: 'dateTime', displayName: 'First response', indexed: true },
    { name: 'ClosedAt', type: 'dateTime', displayName: 'Closed', indexed: true },
    { name: 'Outcome', type: 'choice', choices: feedbackOutcomes, indexed: true },
    { name: 'OutcomeReference', type: 'text', displayName: 'Outcome (what it is linked to)' },
    { name: 'MergedInto', type: 'text', displayName: 'Same suggestion as (key)', indexed: true },
    { name: 'Helped', type: 'choice', choices: answers, displayName: 'Did it help?' },
    { name: 'HelpedWords', type: 'multilineText', displayName: 'Did it help? (in words)' },
    // Object id of the champion it is given to.
    { name: 'AssignedTo', type: 'text', displayName: 'Assigned to (object id)', indexed: true },
    { name: 'OutcomeNote', type: 'multilineText', displayName: 'Told to the reporter' },
    { name: 'AwaitsItem', type: 'text', displayName: 'Awaits a version of (key)', indexed: true },
    { name: 'VendorSentOn', type: 'text', displayName: 'Sent to the vendor on' },
    { name: 'VendorAnswer', type: 'multilineText', displayName: 'What the vendor answered' },
    { name: 'Reopened', type: 'number', displayName: 'Opened again (times)' },
    // When it was opened again, the day an answer is due again; DueOn stays the first one's.
    { name: 'AnswerDueOn', type: 'text', displayName: 'Answer due again' },
    // A suggestion that colleagues are not shown, although somebody took it up.
    { name: 'HeldBack', type: 'boolean', displayName: 'Not shown to colleagues' },
  ],
};

/** One piece of feedback as the list holds it. */
export interface FeedbackRecord extends Omit<
  FeedbackRequest,
  'clientKey' | 'named' | 'output' | 'caseConsent'
> {
  readonly output: string | null;
  readonly caseConsent: boolean;
  /** Object id of the reporter, or the item's pseudonym. */
  readonly reporter: string;
  readonly named: boolean;
  readonly state: FeedbackItem['state'];
  readonly submittedAt: string;
  readonly dueOn: string;
  readonly programmeKey: string | null;
  /** When somebody first answered the reporter; null while nobody has. */
  readonly respondedAt: string | null;
  readonly closedAt: string | null;
  /** How it ended, or the way it is on; null while that is undecided. */
  readonly outcome: FeedbackOutcome | null;
  /** What the outcome is linked to: the version, step, session or vendor's case, or the reason. */
  readonly outcomeReference: string | null;
  /** Key of the suggestion that says the same and goes on for both. */
  readonly mergedInto: string | null;
  /** The reporter's answer to "Did it help?"; null while there is none. */
  readonly helped: boolean | null;
  /** What the reporter said with that answer. */
  readonly helpedWords: string | null;
  /** Object id of the champion it is given to; null for nobody. */
  readonly assignedTo: string | null;
  /** What the reporter is told of it. */
  readonly outcomeNote: string | null;
  /** Key of the library item whose next published version closes it; null where none is awaited. */
  readonly awaitsItem: string | null;
  readonly vendorSentOn: string | null;
  readonly vendorAnswer: string | null;
  /** How often it was opened again. */
  readonly reopened: number;
  /** The day an answer is due again after it was opened again; null where it never was. */
  readonly answerDueOn: string | null;
  /** True for a suggestion that colleagues are not shown. */
  readonly heldBack: boolean;
}

/** What nobody has worked on yet. */
export const unanswered = {
  respondedAt: null,
  closedAt: null,
  outcome: null,
  outcomeReference: null,
  mergedInto: null,
  helped: null,
  helpedWords: null,
  assignedTo: null,
  outcomeNote: null,
  awaitsItem: null,
  vendorSentOn: null,
  vendorAnswer: null,
  reopened: 0,
  answerDueOn: null,
  heldBack: false,
} as const satisfies Partial<FeedbackRecord>;

export function feedbackFields(record: FeedbackRecord): Fields {
  return {
    Title: firstLine(record.text),
    Kind: record.kind,
    Reason: record.reason,
    ReachedClient: record.reachedClient,
    ...aboutFields(record.about),
    Words: record.text,
    Output: record.output,
    CaseConsent: record.caseConsent,
    Reporter: record.reporter,
    ReporterNamed: record.named,
    Surface: record.surface,
    SubmittedAt: record.submittedAt,
    DueOn: record.dueOn,
    ProgrammeKey: record.programmeKey,
    ...progressFields(record),
  };
}

/** How far a piece of feedback has come. */
export type FeedbackProgress = Pick<FeedbackRecord, 'state' | keyof typeof unanswered>;

/** The columns that change while a champion works on it. */
export function progressFields(progress: FeedbackProgress): Fields {
  const { helped } = progress;
  return {
    State: progress.state,
    RespondedAt: progress.respondedAt,
    ClosedAt: progress.closedAt,
    Outcome: progress.outcome,
    OutcomeReference: progress.outcomeReference,
    MergedInto: progress.mergedInto,
    Helped: helped === null ? null : helped ? 'yes' : 'no',
    HelpedWords: progress.helpedWords,
    AssignedTo: progress.assignedTo,
    OutcomeNote: progress.outcomeNote,
    AwaitsItem: progress.awaitsItem,
    VendorSentOn: progress.vendorSentOn,
    VendorAnswer: progress.vendorAnswer,
    Reopened: progress.reopened,
    AnswerDueOn: progress.answerDueOn,
    HeldBack: progress.heldBack,
  };
}

/** The feedback in an item; what people emptied or mistyped in SharePoint is read as leniently as it can be. */
export function toFeedback(fields: Fields, createdAt: string): FeedbackRecord {
  const submittedAt = instant(fields['SubmittedAt']) ?? createdAt;
  const kind = oneOf(kinds, fields['Kind']) ?? 'suggestion';
  return {
    kind,
    reason: kind === 'flag' ? (oneOf(flagReasons, fields['Reason']) ?? 'other') : null,
    reachedClient: fields['ReachedClient'] === true,
    about: toAbout(fields),
    text: text(fields['Words']) || text(fields['Title']),
    output: text(fields['Output']) || null,
    caseConsent: fields['CaseConsent'] === true,
    reporter: text(fields['Reporter']),
    named: fields['ReporterNamed'] === true,
    surface: oneOf(feedbackSurfaces, fields['Surface']) ?? 'teams',
    state: oneOf(feedbackStates, fields['State']) ?? 'new',
    submittedAt,
    dueOn: day(fields['DueOn']) ?? submittedAt.slice(0, 10),
    programmeKey: text(fields['ProgrammeKey']) || null,
    respondedAt: instant(fields['RespondedAt']),
    closedAt: instant(fields['ClosedAt']),
    outcome: oneOf(feedbackOutcomes, fields['Outcome']) ?? null,
    outcomeReference: text(fields['OutcomeReference']).trim() || null,
    mergedInto: text(fields['MergedInto']).trim().toLowerCase() || null,
    helped: toHelped(oneOf(answers, fields['Helped'])),
    helpedWords: text(fields['HelpedWords']).trim() || null,
    assignedTo: text(fields['AssignedTo']).trim() || null,
    outcomeNote: text(fields['OutcomeNote']).trim() || null,
    awaitsItem: text(fields['AwaitsItem']).trim().toLowerCase() || null,
    vendorSentOn: day(fields['VendorSentOn']),
    vendorAnswer: text(fields['VendorAnswer']).trim() || null,
    reopened: typeof fields['Reopened'] === 'number' ? fields['Reopened'] : 0,
    answerDueOn: day(fields['AnswerDueOn']),
    heldBack: fields['HeldBack'] === true,
  };
}

function aboutFields(about: FeedbackSubject): Fields {
  const key =
    about.type === 'libraryItem'
      ? about.itemKey
      : about.type === 'workflow'
        ? about.workflowKey
        : null;
  return {
    AboutType: about.type,
    AboutKey: key,
    AboutVersion: about.type === 'libraryItem' ? about.version : null,
    AboutStep: about.type === 'workflow' ? (about.stepKey ?? null) : null,
  };
}

function toAbout(fields: Fields): FeedbackSubject {
  const key = text(fields['AboutKey']).toLowerCase();
  const type = oneOf(subjects, fields['AboutType']) ?? 'tool';
  const version = typeof fields['AboutVersion'] === 'number' ? fields['AboutVersion'] : 0;
  const stepKey = text(fields['AboutStep']).trim();
  const about =
    type === 'libraryItem'
      ? { type, itemKey: key, version }
      : type === 'workflow'
        ? { type, workflowKey: key, ...(stepKey === '' ? {} : { stepKey }) }
        : { type };
  const parsed = feedbackSubject.safeParse(about);
  return parsed.success ? parsed.data : { type: 'tool' };
}

/** What SharePoint's list view shows of it. */
function firstLine(words: string): string {
  const line = words.trim().split(/[\r\n]/)[0] ?? '';
  const short = Array.from(line).slice(0, 80).join('');
  return short.length < line.length ? `${short}…` : short;
}

function toHelped(answer: (typeof answers)[number] | undefined): boolean | null {
  return answer === undefined ? null : answer === 'yes';
}

function instant(value: FieldValue | undefined): string | null {
  const said = text(value);
  return Number.isNaN(Date.parse(said)) ? null : said;
}

function day(value: FieldValue | undefined): string | null {
  const said = text(value).trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : null;
}

const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
function oneOf<Value extends string>(values: readonly Value[], value: FieldValue | undefined) {
  return values.find((candidate) => candidate === value);
}
