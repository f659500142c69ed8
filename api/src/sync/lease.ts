import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../db/database';

/** Another instance has taken over; what this one was about to write must not be written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The right to do what only one instance does at a time. */
export interface Lease {
  /** Takes or renews the lease; answers the fencing token, or undefined while another holds it. */
  hold(): Promise<number | undefined>;
  /** Inside the holder's transaction: throws LeaseLost unless `token` is still the newest. */
  assertHeld(tx: Transaction, token: number): Promise<void>;
  /** Notes that the work which the lease is for was done to its end; see `workerLags`. */
  noteDone(): Promise<void>;
  /** Lets the next instance start at once. */
  release(): Promise<void>;
}

/** A lease by name in the database; a holder that dies loses it after `seconds`. */
export function createLease(
  database: Database,
  name: string,
  seconds: number,
  holder: string = randomUUID(),
): Lease {
  return {
    async hold() {
      const [row] = await database.query<{ token: number }>(
        `INSERT INTO lease (name, holder, token, expires_at)
         VALUES ($1, $2, 1, now() + make_interval(secs => $3))
         ON CONFLICT (name) DO UPDATE SET
           holder = excluded.holder,
           token = lease.token + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END,
           expires_at = excluded.expires_at
         WHERE lease.holder = excluded.holder OR lease.expires_at < now()
         RETURNING token`,
        [name, holder, seconds],
      );
      return row?.token;
    },

    async assertHeld(tx, token) {
      // The row lock makes a takeover wait for this transaction instead of overtaking it.
      const rows = await tx.query('SELECT FROM lease WHERE name = $1 AND token = $2 FOR UPDATE', [
        name,
        token,
      ]);
      if (rows.length === 0) throw new LeaseLost(`Another instance holds the lease ${name}`);
    },

    async noteDone() {
      await database.query('UPDATE lease SET well_at = now() WHERE name = $1 AND holder = $2', [
        name,
        holder,
      ]);
    },

    async release() {
      await database.query('UPDATE lease SET expires_at = now() WHERE name = $1 AND holder = $2', [
        name,
        holder,
      ]);
    },
  };
}

/** All leases of a process, under one holder. */
export interface Leases {
  lease(name: string, seconds: number): Lease;
  /**
   * Lets other instances begin at once with everything that this process did, finished or not. From then
   * on it gets no lease any more: what it is still at cannot take one back.
   */
  handBack(): Promise<void>;
}

export function createLeases(database: Database): Leases {
  const holder = randomUUID();
  const asking = new Set<Promise<unknown>>();
  let isOver = false;
  return {
    lease(name, seconds) {
      const lease = createLease(database, name, seconds, holder);
      return {
        ...lease,
        async hold() {
          if (isOver) return undefined;
          const asked = lease.hold();
          asking.add(asked);
          return asked.finally(() => asking.delete(asked));
        },
      };
    },
    async handBack() {
      isOver = true;
      await Promise.allSettled(asking);
      await database.query(
        'UPDATE lease SET expires_at = now() WHERE holder = $1 AND expires_at > now()',
        [holder],
      );
    },
  };
}
