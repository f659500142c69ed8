import * as z from 'zod/mini';

/** The rules of decision 0029, in the order in which their findings are told. */
export const diagnosisRuleIds = [
  'noOwner',
  'overdueQueue',
  'outputNotTrusted',
  'useDecays',
  'lowUseThoughPractised',
  'lowUseWithoutPractice',
  'useWithoutTimeSaved',
] as const;
export const diagnosisRuleId = z.enum(diagnosisRuleIds);
export type DiagnosisRuleId = z.infer<typeof diagnosisRuleId>;

/** Which part of the programme is to be revised. */
export const revise = z.enum([
  'ownership',
  'feedback',
  'prompts',
  'training',
  'workflowMap',
  'workflowStep',
]);
export type Revise = z.infer<typeof revise>;

/** The figures that rules look at. */
export const evidenceNames = [
  'owner',
  'overdueFeedback',
  'flagsPer100',
  'redoRate',
  'decay',
  'activeRate',
  'attendance',
  'timeSaved',
] as const;
export const evidenceName = z.enum(evidenceNames);
export type EvidenceName = z.infer<typeof evidenceName>;

/** What a rule found: which part to revise, by which figures, and by when somebody should. It gives no verdict. */
export const diagnosis = z.object({
  rule: diagnosisRuleId,
  revise,
  evidence: z.array(evidenceName),
  /** Who is proposed to see to it, and in how many days after the checkpoint. */
  proposed: z.object({ who: z.enum(['owner', 'sponsor']), days: z.number() }),
});
export type Diagnosis = z.infer<typeof diagnosis>;
