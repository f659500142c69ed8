import type { CountedAction, MembershipSpan } from './facts';

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
