import {
  feedbackOutcomes,
  feedbackStates,
  feedbackSubject,
  feedbackSurfaces,
  flagReasons,
  type FeedbackRequest,
  type FeedbackSubject,
  type TriageProgress,
} from '@last-mile/shared/feedback';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';
import { day, firstLine, instant, key, oneOf, text, version, words } from './columns';

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
    // By which a reporter without a name finds their own after a restore; of each item another.
    { name: 'ReporterMark', type: 'text', displayName: 'Reporter (keyed digest)' },
    { name: 'ReporterNamed', type: 'boolean', displayName: 'Reporter gave their name' },
    { name: 'Surface', type: 'choice', choices: feedbackSurfaces },
    { name: 'State', type: 'choice', choices: feedbackStates, indexed: true },
    { name: 'SubmittedAt', type: 'dateTime', displayName: 'Submitted', indexed: true },
    { name: 'DueOn', type: 'text', displayName: 'First response due', indexed: true },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'ReporterProgrammeKey', type: 'text', displayName: 'Programme of the reporter' },
    { name: 'RespondedAt', type: 'dateTime', displayName: 'First response', indexed: true },
    { name: 'ClosedAt', type: 'dateTime', displayName: 'Closed', indexed: true },
    { name: 'Outcome', type: 'choice', choices: feedbackOutcomes, indexed: true },
    { name: 'OutcomeReference', type: 'text', displayName: 'Outcome (what it is linked to)' },
    { name: 'OutcomeKey', type: 'text', displayName: 'Outcome (key of the item or task)' },
    { name: 'OutcomeVersion', type: 'number', displayName: 'Outcome (version of the item)' },
    { name: 'MergedInto', type: 'text', displayName: 'Same suggestion as (key)', indexed: true },
    { name: 'Helped', type: 'choice', choices: answers, displayName: 'Did it help?' },
    { name: 'HelpedWords', type: 'multilineText', displayName: 'Did it help? (in words)' },
    // Object id of the champion it is given to.
    { name: 'AssignedTo', type: 'text', displayName: 'Assigned to (object id)', indexed: true },
    { name: 'OutcomeNote', type: 'multilineText', displayName: 'Told to the reporter' },
    { name: 'AwaitsItem', type: 'text', displayName: 'Awaits a version of (key)', indexed: true },
    // The version that was published when it began to wait.
    { name: 'AwaitsAfter', type: 'number', displayName: 'Awaits a version after' },
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
export interface FeedbackRecord
  extends Omit<FeedbackRequest, 'clientKey' | 'named' | 'output' | 'caseConsent'>, TriageProgress {
  readonly output: string | null;
  readonly caseConsent: boolean;
  /** Object id of the reporter, or the item's pseudonym. */
  readonly reporter: string;
  readonly named: boolean;
  /** Of who gave no name: what only they have for this item. */
  readonly reporterMark: string | null;
  readonly submittedAt: string;
  readonly dueOn: string;
  readonly programmeKey: string | null;
  /** The programme of who wrote it, where that is not the one whose champions answer. */
  readonly reporterProgrammeKey: string | null;
}

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
    ReporterMark: record.reporterMark,
    Surface: record.surface,
    SubmittedAt: record.submittedAt,
    DueOn: record.dueOn,
    ProgrammeKey: record.programmeKey,
    ReporterProgrammeKey: record.reporterProgrammeKey,
    ...progressFields(record),
  };
}

/** Whether it may become a case. */
export const consentFields = (caseConsent: boolean): Fields => ({ CaseConsent: caseConsent });

/** The columns of what changed of how far it has come. */
export function progressFields(change: Partial<TriageProgress>): Fields {
  return Object.fromEntries(
    Object.entries(progressColumns)
      .filter(([name]) => change[name as keyof TriageProgress] !== undefined)
      .map(([name, column]) => [column, columnOf(name as keyof TriageProgress, change)]),
  );
}

const progressColumns: Readonly<Record<keyof TriageProgress, string>> = {
  state: 'State',
  respondedAt: 'RespondedAt',
  closedAt: 'ClosedAt',
  outcome: 'Outcome',
  outcomeReference: 'OutcomeReference',
  outcomeKey: 'OutcomeKey',
  outcomeVersion: 'OutcomeVersion',
  mergedInto: 'MergedInto',
  helped: 'Helped',
  helpedWords: 'HelpedWords',
  assignedTo: 'AssignedTo',
  outcomeNote: 'OutcomeNote',
  awaitsItem: 'AwaitsItem',
  awaitsAfter: 'AwaitsAfter',
  vendorSentOn: 'VendorSentOn',
  vendorAnswer: 'VendorAnswer',
  reopened: 'Reopened',
  answerDueOn: 'AnswerDueOn',
  heldBack: 'HeldBack',
};

/** Whether it helped is a choice in the list: that can be empty, which a box cannot. */
function columnOf(name: keyof TriageProgress, change: Partial<TriageProgress>): FieldValue {
  const { [name]: value = null, helped } = change;
  return name === 'helped' && value !== null ? (helped === true ? 'yes' : 'no') : value;
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
    reporterMark: text(fields['ReporterMark']) || null,
    surface: oneOf(feedbackSurfaces, fields['Surface']) ?? 'teams',
    state: oneOf(feedbackStates, fields['State']) ?? 'new',
    submittedAt,
    dueOn: day(fields['DueOn']) ?? submittedAt.slice(0, 10),
    programmeKey: text(fields['ProgrammeKey']) || null,
    reporterProgrammeKey: text(fields['ReporterProgrammeKey']) || null,
    respondedAt: instant(fields['RespondedAt']),
    closedAt: instant(fields['ClosedAt']),
    outcome: oneOf(feedbackOutcomes, fields['Outcome']) ?? null,
    outcomeReference: words(fields['OutcomeReference']),
    outcomeKey: key(fields['OutcomeKey']),
    outcomeVersion: version(fields['OutcomeVersion']),
    mergedInto: key(fields['MergedInto']),
    helped: toHelped(oneOf(answers, fields['Helped'])),
    helpedWords: words(fields['HelpedWords']),
    assignedTo: words(fields['AssignedTo']),
    outcomeNote: words(fields['OutcomeNote']),
    awaitsItem: key(fields['AwaitsItem']),
    awaitsAfter: version(fields['AwaitsAfter']),
    vendorSentOn: day(fields['VendorSentOn']),
    vendorAnswer: words(fields['VendorAnswer']),
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
  const aboutKey = text(fields['AboutKey']).toLowerCase();
  const type = oneOf(subjects, fields['AboutType']) ?? 'tool';
  const stepKey = text(fields['AboutStep']).trim();
  const about =
    type === 'libraryItem'
      ? { type, itemKey: aboutKey, version: version(fields['AboutVersion']) ?? 0 }
      : type === 'workflow'
        ? { type, workflowKey: aboutKey, ...(stepKey === '' ? {} : { stepKey }) }
        : { type };
  const parsed = feedbackSubject.safeParse(about);
  return parsed.success ? parsed.data : { type: 'tool' };
}

function toHelped(answer: (typeof answers)[number] | undefined): boolean | null {
  return answer === undefined ? null : answer === 'yes';
}
