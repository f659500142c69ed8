/**
 * Looks at what is about others, by a person who may: `each` is written down every time, `hourly` once
 * in an hour and place, because a screen that stays open asks again and again.
 */
export const auditedLooks = {
  'library.exported': 'each',
  'feedback.exported': 'each',
  'feedback.badStartsSeen': 'hourly',
  'coaching.seen': 'hourly',
  'audit.seen': 'hourly',
  'audit.exported': 'each',
} as const satisfies Record<string, 'each' | 'hourly'>;

/** What Last Mile does or notices by itself, and what is done on the command line. */
export const ownAuditActions = [
  'programme.baselineFrozen',
  'programme.resultsFrozen',
  'roles.changed',
  'deliveries.dropped',
  'privacy.erased',
  'library.draftRetired',
  'library.sessionEnded',
] as const;

export type AuditedLook = keyof typeof auditedLooks;

/** What people do to what others use too. */
export const auditedActs = [
  'deliveries.replayed',
  'library.imported',
  'library.copied',
  'library.drafted',
  'library.importRemoved',
  'library.published',
  'library.retired',
  'library.reinstated',
  'library.renewed',
  'library.handedOver',
  'library.sessionDrafted',
  'library.starterTaken',
  'programme.jobFamiliesMapped',
  'programme.standardsRequired',
  'programme.calendarSet',
  'programme.librarySettingsSaved',
  'programme.draftDiscarded',
  'programme.started',
  'programme.planSaved',
  'programme.workMarked',
  'programme.effortSaved',
  'programme.ownerNamed',
  'programme.ended',
  'adoption.usageUploaded',
  'workflows.taskAdded',
  'workflows.mapSaved',
  'workflows.toolDecided',
  'checkpoint.decided',
  'checkpoint.lookedBack',
  'practice.sessionPlanned',
  'practice.sessionSaved',
  'practice.sessionPlaced',
  'practice.sessionCancelled',
  'feedback.takenUp',
  'feedback.assigned',
  'feedback.awaitsPrompt',
  'feedback.sentToVendor',
  'feedback.closed',
  'feedback.reopened',
  'feedback.merged',
  'feedback.unmerged',
  'feedback.heldBack',
  'feedback.shared',
  'feedback.helped',
  'feedback.didNotHelp',
  'coaching.reachedOut',
  'coaching.outcomeKept',
  'case.made',
  'case.walked',
  'case.retired',
  'case.broughtBack',
  'case.emptied',
  'case.assistantChanged',
  'privacy.exported',
  'privacy.erasureAsked',
] as const;

/** Everything the audit trail can say. */
export type AuditAction =
  AuditedLook | (typeof ownAuditActions)[number] | (typeof auditedActs)[number];
