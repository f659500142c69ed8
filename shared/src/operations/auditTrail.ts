import * as z from 'zod/mini';
import { instant } from '../text';

/** One act, or one look at what is about others, as the audit trail has it: people by object id. */
export const auditEntry = z.object({
  at: instant,
  /** Object id of who did it; `last-mile` for what it does by itself, `operator` for a command line. */
  actorId: z.string(),
  /** Such as `programme.planSaved`. */
  action: z.string(),
  /** Key of what it was done to; of changed roles, the object id of whose. */
  subject: z.string(),
  programmeKey: z.nullable(z.string()),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** The period asked about: from its first instant to before its last. */
export const auditPeriod = z.strictObject({ from: instant, until: instant });
export type AuditPeriod = z.infer<typeof auditPeriod>;

/** A page of a period; `after` is what the page before it, in the same order, answered as `next`. */
export const auditQuery = z.strictObject({
  from: instant,
  until: instant,
  after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  /** @default the oldest first */
  newestFirst: z.optional(z.literal('true')),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** What an act was done to, for whoever reads of it. */
export const auditSubject = z.object({
  /** `closed` is there, and the reader may not read it. */
  state: z.enum(['there', 'gone', 'closed']),
  /** As it is called now; null unless it is there. */
  title: z.nullable(z.string()),
});
export type AuditSubject = z.infer<typeof auditSubject>;

/** Entries in the order asked for. */
export const auditResponse = z.object({
  entries: z.array(auditEntry),
  /** Names of the people in them by object id, as the directory has them now; who left it is absent. */
  names: z.record(z.string(), z.string()),
  /** Programmes, library items, tasks and sessions of practice in them, by key; what else has a key is absent. */
  subjects: z._default(z.record(z.string(), auditSubject), {}),
  /** Where the next page goes on; null after the last. */
  next: z.nullable(z.string()),
});
export type AuditResponse = z.infer<typeof auditResponse>;
