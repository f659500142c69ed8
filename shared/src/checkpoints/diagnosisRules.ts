import type { Comparison, Measure } from '../adoption';
import type { Diagnosis, DiagnosisRuleId, EvidenceName } from './diagnosis';
import type { CheckpointFigures } from './figures';

/** Under half of the target is low use, from four fifths of it on high use. */
export const lowShareOfTarget = 0.5;
export const highShareOfTarget = 0.8;
/** Practice is well attended where half of the people came within four weeks. */
export const goodAttendance = 0.5;
/** A saving of less than a tenth is none worth naming. */
export const leastSaving = 0.1;
/** From here on flags per 100 uses, and answers "I had to redo it", are many. */
export const manyFlagsPer100 = 3;
export const manyRedone = 0.3;
/** A queue is overdue from three late answers on, when they are a quarter of what is open. */
export const lateAnswers = 3;
export const lateShareOfOpen = 0.25;

/** Something a rule asks of the figures. Null where the figure is not known: that is neither yes nor no. */
interface Condition {
  readonly evidence: EvidenceName;
  readonly holds: (figures: CheckpointFigures) => boolean | null;
}

const ownerMissing: Condition = {
  evidence: 'owner',
  holds: ({ ownership }) => ownership.owner.state !== 'present',
};

const queueOverdue: Condition = {
  evidence: 'overdueFeedback',
  holds: ({ feedback: { health } }) =>
    health.overdue >= lateAnswers && health.overdue >= lateShareOfOpen * health.open,
};

const manyFlags: Condition = {
  evidence: 'flagsPer100',
  holds: ({ trust }) => atLeast(trust.flagsPer100, manyFlagsPer100),
};

const manyRedos: Condition = {
  evidence: 'redoRate',
  holds: ({ trust }) => atLeast(trust.redoRate, manyRedone),
};

const decays: Condition = { evidence: 'decay', holds: ({ use }) => use.decaying };

/** Use that decays was there: why it never came is not the question then. */
const doesNotDecay: Condition = {
  evidence: 'decay',
  holds: ({ use }) => (use.decaying === null ? null : !use.decaying),
};

const useIsLow: Condition = {
  evidence: 'activeRate',
  holds: ({ use: { active, target } }) =>
    active.state === 'known' ? active.n < lowShareOfTarget * target * active.of : null,
};

const useIsHigh: Condition = {
  evidence: 'activeRate',
  holds: ({ use: { active, target } }) =>
    active.state === 'known' ? active.n >= highShareOfTarget * target * active.of : null,
};

const wellAttended: Condition = {
  evidence: 'attendance',
  holds: ({ use: { attended } }) =>
    attended.state === 'known' ? attended.n >= goodAttendance * attended.of : null,
};

const notWellAttended: Condition = {
  evidence: 'attendance',
  holds: (figures) => {
    const holds = wellAttended.holds(figures);
    return holds === null ? null : !holds;
  },
};

/**
 * That no saving was seen does not show that there is none: it takes an interval that rules a saving
 * worth naming out (Altman and Bland 1995). Observed figures decide; where there are none, people's own
 * word does, if it says so of every task it is known of.
 */
const noTimeSaved: Condition = {
  evidence: 'timeSaved',
  holds: ({ time }) => {
    const observed = [time.sinceStart, time.withTemplate].find(({ state }) => state === 'known');
    if (observed) return savesNothing(observed);
    const tasks = time.tasks.flatMap(({ since }) => savesNothing(since) ?? []);
    return tasks.length === 0 ? null : tasks.every((nothing) => nothing);
  },
};

export interface DiagnosisRule extends Pick<Diagnosis, 'rule' | 'revise' | 'proposed'> {
  /** All must hold. */
  readonly when: readonly Condition[];
}

const inTwoWeeks = { who: 'owner', days: 14 } as const;

/** The rule table of decision 0029. */
export const diagnosisRules: readonly DiagnosisRule[] = [
  {
    ...{ rule: 'noOwner', revise: 'ownership', when: [ownerMissing] },
    proposed: { who: 'sponsor', days: 7 },
  },
  {
    ...{ rule: 'overdueQueue', revise: 'feedback', when: [queueOverdue] },
    proposed: { who: 'owner', days: 7 },
  },
  {
    ...{ rule: 'outputNotTrusted', revise: 'prompts', when: [manyFlags, manyRedos] },
    proposed: inTwoWeeks,
  },
  { ...{ rule: 'useDecays', revise: 'training', when: [decays] }, proposed: inTwoWeeks },
  {
    ...{ rule: 'lowUseThoughPractised', revise: 'workflowMap' },
    ...{ when: [useIsLow, doesNotDecay, wellAttended], proposed: inTwoWeeks },
  },
  {
    ...{ rule: 'lowUseWithoutPractice', revise: 'training' },
    ...{ when: [useIsLow, doesNotDecay, notWellAttended], proposed: inTwoWeeks },
  },
  {
    ...{ rule: 'useWithoutTimeSaved', revise: 'workflowStep' },
    ...{ when: [useIsHigh, noTimeSaved], proposed: inTwoWeeks },
  },
];

/** What the rules find, and which of them nobody can judge yet. */
export interface DiagnosisResult {
  readonly found: Diagnosis[];
  readonly notJudged: { readonly rule: DiagnosisRuleId; readonly missing: EvidenceName[] }[];
}

/**
 * What is to be revised by the figures of a checkpoint, in the order of the table. A rule is out as
 * soon as one of its conditions is; where none is but one is not known, the rule is not judged, and
 * what is missing is named. Nothing found means that no rule found anything, not that all is well.
 */
export function diagnose(figures: CheckpointFigures): DiagnosisResult {
  const judged = diagnosisRules.map((rule) => ({
    rule,
    answers: rule.when.map(({ evidence, holds }) => ({ evidence, holds: holds(figures) })),
  }));
  const open = judged.filter(({ answers }) => answers.every(({ holds }) => holds !== false));
  const missing = (answers: (typeof judged)[number]['answers']) =>
    answers.filter(({ holds }) => holds === null).map(({ evidence }) => evidence);
  return {
    found: open
      .filter(({ answers }) => missing(answers).length === 0)
      .map(({ rule: { rule, revise, proposed }, answers }) => ({
        ...{ rule, revise, proposed },
        evidence: answers.map(({ evidence }) => evidence),
      })),
    notJudged: open
      .filter(({ answers }) => missing(answers).length > 0)
      .map(({ rule: { rule }, answers }) => ({ rule, missing: missing(answers) })),
  };
}

function atLeast(figure: Measure, bound: number): boolean | null {
  return figure.state === 'known' ? figure.value >= bound : null;
}

/** Whether a comparison rules a saving worth naming out; second less first, so a saving is below 0. */
function savesNothing(compared: Comparison): boolean | null {
  return compared.state === 'known' ? compared.low > -leastSaving * compared.first : null;
}
