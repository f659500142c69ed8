import type { Transaction } from '../db/database';

/** One act worth remembering; people by object id, never by name. */
export interface Audited {
  readonly at: Date;
  readonly actorId: string;
  readonly action:
    | 'library.imported'
    | 'library.copied'
    | 'library.drafted'
    | 'library.importRemoved'
    | 'library.published'
    | 'library.retired'
    | 'library.reinstated'
    | 'library.renewed'
    | 'library.handedOver'
    | 'library.sessionDrafted'
    | 'library.starterTaken'
    | 'programme.jobFamiliesMapped'
    | 'programme.standardsRequired'
    | 'programme.calendarSet'
    | 'programme.librarySettingsSaved'
    | 'programme.started'
    | 'programme.planSaved'
    | 'programme.baselineFrozen'
    | 'programme.resultsFrozen'
    | 'programme.workMarked'
    | 'programme.effortSaved'
    | 'programme.ownerNamed'
    | 'programme.ended'
    | 'adoption.usageUploaded'
    | 'workflows.taskAdded'
    | 'workflows.mapSaved'
    | 'workflows.toolDecided'
    | 'checkpoint.decided'
    | 'checkpoint.lookedBack'
    | 'practice.sessionPlanned'
    | 'practice.sessionSaved'
    | 'practice.sessionPlaced'
    | 'practice.sessionCancelled'
    | 'feedback.takenUp'
    | 'feedback.assigned'
    | 'feedback.awaitsPrompt'
    | 'feedback.sentToVendor'
    | 'feedback.closed'
    | 'feedback.reopened'
    | 'feedback.merged'
    | 'feedback.unmerged'
    | 'feedback.heldBack'
    | 'feedback.shared'
    | 'feedback.helped'
    | 'feedback.didNotHelp'
    | 'coaching.reachedOut'
    | 'coaching.outcomeKept'
    | 'case.made'
    | 'case.walked'
    | 'case.retired'
    | 'case.broughtBack'
    | 'case.emptied'
    | 'case.assistantChanged';
  readonly subject: string;
  /** In which programme it was done; null or left out where that is not known. */
  readonly programmeKey?: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Writes the act down in the transaction that does it: both are kept or neither. */
export async function recordAudit(tx: Transaction, act: Audited): Promise<void> {
  await tx.query(
    `INSERT INTO audit_trail (at, actor_id, action, subject, programme_key, details)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[act.at.toISOString(), act.actorId, act.action, act.subject, act.programmeKey ?? null],
      JSON.stringify(act.details ?? {}),
    ],
  );
}
