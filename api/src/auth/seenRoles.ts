import type { Role, User } from '@last-mile/shared/user';
import type { Database } from '../db/database';
import { createBoundedMap } from '../http/boundedMap';
import { ofItself, recordAudit } from './auditTrail';

/** What is known of whether somebody may act in a role. */
type RoleStanding =
  | 'held'
  /** Their last token did not have it any more. */
  | 'lost'
  /** No token of theirs ever had it: they lack the role, or have not opened Last Mile since. */
  | 'neverSeen'
  /** The account is disabled or gone. */
  | 'accountClosed';

/**
 * Roles as they were last seen in verified tokens (docs/decisions/0032): what a person may do is still
 * decided by the token they send.
 */
export interface SeenRoles {
  /** Keeps what a verified token says, where that is news. */
  note(user: User, issuedAt: Date): Promise<void>;
  /** Whether another person may act in a role; throws Unavailable while their account cannot be checked. */
  standingOf(userId: string, role: Role): Promise<RoleStanding>;
}

export interface SeenRolesDependencies {
  readonly database: Database;
  readonly tenantId: string;
  /** Stands for a person in the table; nobody can tell whom without its key. */
  readonly digestOf: (person: Pick<User, 'tenantId' | 'userId'>) => Buffer;
  /** Whether the account exists and may sign in. */
  readonly mayStillAct: (userId: string) => Promise<boolean>;
  readonly now: () => Date;
}

interface LastSeen {
  readonly roles: string;
  readonly issuedAt: number;
}

export function createSeenRoles(dependencies: SeenRolesDependencies): SeenRoles {
  const { database, tenantId, digestOf, mayStillAct, now } = dependencies;
  /** Spares the database what this instance has told it before. */
  const told = createBoundedMap<string, LastSeen>(20_000);

  /**
   * Nobody enters the table without a role; who is in it may lose theirs. Who gave or took it is known to
   * Entra alone: the audit trail says that it was seen.
   */
  async function keep(user: User, roles: readonly Role[], issuedAt: Date) {
    const person = digestOf(user);
    await database.transaction(async (tx) => {
      const [before] = await tx.query<{ roles: string[] }>(
        'SELECT roles FROM seen_roles WHERE person = $1 FOR UPDATE',
        [person],
      );
      const changed = await tx.query(
        roles.length === 0
          ? `UPDATE seen_roles SET roles = $2, issued_at = $3
             WHERE person = $1 AND issued_at <= $3 AND roles <> $2 RETURNING person`
          : `INSERT INTO seen_roles (person, roles, issued_at) VALUES ($1, $2, $3)
             ON CONFLICT (person) DO UPDATE
             SET roles = excluded.roles, issued_at = excluded.issued_at
             WHERE seen_roles.issued_at <= excluded.issued_at
               AND seen_roles.roles <> excluded.roles
             RETURNING person`,
        [person, roles, issuedAt.toISOString()],
      );
      if (changed.length === 0) return;
      await recordAudit(tx, {
        ...{ at: now(), actorId: ofItself, action: 'roles.changed', subject: user.userId },
        programmeKey: null,
        details: { from: (before?.roles ?? []).join(' '), to: roles.join(' ') },
      });
    });
  }

  return {
    async note(user, issuedAt) {
      const roles = user.roles.toSorted();
      const known = told.get(user.userId);
      const at = issuedAt.getTime();
      if (known && (known.roles === roles.join() || known.issuedAt > at)) return;
      await keep(user, roles, issuedAt);
      told.set(user.userId, { roles: roles.join(), issuedAt: at });
    },

    async standingOf(userId, role) {
      if (!(await mayStillAct(userId))) return 'accountClosed';
      const [row] = await database.query<{ roles: string[] }>(
        'SELECT roles FROM seen_roles WHERE person = $1',
        [digestOf({ tenantId, userId })],
      );
      if (!row) return 'neverSeen';
      return row.roles.includes(role) ? 'held' : 'lost';
    },
  };
}
