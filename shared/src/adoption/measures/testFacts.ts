import type { CountedAction, DraftObservation, MembershipSpan, RedoAnswer } from '../facts';

/** Facts for tests: what a test does not speak of is as plain as it can be. */

export const did = (
  subjectId: string,
  at: string,
  action: Partial<CountedAction> = {},
): CountedAction => ({
  subjectId,
  at: new Date(at),
  kind: 'promptCopied',
  surface: 'teams',
  itemKey: 'item',
  ...action,
});

export const member = (subjectId: string, span: Partial<MembershipSpan> = {}): MembershipSpan => ({
  subjectId,
  department: 'Tax',
  jobFamily: null,
  validFrom: '2026-01-05',
  validTo: null,
  ...span,
});

/** A draft without a template, of a task that was not said. */
export const sent = (
  subjectId: string,
  at: string,
  minutes: number | null,
  draft: Partial<DraftObservation> = {},
): DraftObservation => ({
  ...{ subjectId, at: new Date(at), minutes },
  ...{ taskKey: null, template: null, ...draft },
});

export const answered = (
  subjectId: string,
  at: string,
  redo: boolean,
  itemKey = 'item',
): RedoAnswer => ({ subjectId, at: new Date(at), redo, itemKey });
