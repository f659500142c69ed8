import type { Transaction } from '../db/database';
import {
  auditedLooks,
  type AuditAction,
  type AuditDetails,
  type AuditedLook,
} from '@last-mile/shared/operations';

/** One act worth remembering; people by object id, never by name. */
export interface Audited {
  readonly at: Date;
  /** Object id of who did it; `last-mile` for what it does, and notices, by itself; `operator`
   * for the command line of a machine, which knows no person. */
  readonly actorId: string;
  readonly action: AuditAction;
  readonly subject: string;
  /** In which programme it was done; null where it was in none. */
  readonly programmeKey: string | null;
  readonly details?: AuditDetails;
}

/** The actor of what nobody did. */
export const ofItself = 'last-mile';

/** A look at what is about others, with the programme it was in. */
export type Look = Pick<Audited, 'at' | 'actorId' | 'programmeKey'> & {
  readonly action: AuditedLook;
};

/** Writes the act down in the transaction that does it: both are kept or neither. */
export async function recordAudit(tx: Transaction, act: Audited): Promise<void> {
  await tx.query(
    `INSERT INTO audit_trail (at, actor_id, action, subject, programme_key, details)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[act.at.toISOString(), act.actorId, act.action, act.subject, act.programmeKey],
      JSON.stringify(act.details ?? {}),
    ],
  );
}

/** Writes the look down before its answer leaves, as often as `auditedLooks` says. */
export async function recordLook(tx: Transaction, look: Look): Promise<void> {
  const { at, actorId, action, programmeKey } = look;
  await tx.query(
    `INSERT INTO audit_trail (at, actor_id, action, subject, programme_key)
     SELECT $1::timestamptz, $2, $3, coalesce($4, $5), $4
     WHERE $6 OR NOT EXISTS (
       SELECT FROM audit_trail
        WHERE actor_id = $2 AND action = $3 AND programme_key IS NOT DISTINCT FROM $4
          AND at > $1::timestamptz - interval '1 hour')`,
    [at.toISOString(), actorId, action, programmeKey, ofItself, auditedLooks[action] === 'each'],
  );
}
