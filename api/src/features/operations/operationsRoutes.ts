import { Hono } from 'hono';
import { auditPeriod, auditQuery, replayRequest } from '@last-mile/shared/operations';
import type { AppEnv } from '../../http/appEnv';
import { validJson, validQuery } from '../../http/validJson';
import type { ItemKey } from '../../sync/outboxStore';
import type { ParkedDeliveries } from '../../sync/parkedDeliveries';
import type { AuditReading } from './auditReading';

export interface OperationsDependencies {
  readonly audit: AuditReading;
  readonly deliveries: ParkedDeliveries;
}

/** What admins may ask about the running product; to be mounted under `/api/admin`. */
export function operationsRoutes({ audit, deliveries }: OperationsDependencies) {
  return new Hono<AppEnv>()
    .get('/audit', validQuery(auditQuery), async (c) =>
      c.json(await audit.page(c.req.valid('query'), c.var.user)),
    )
    .get('/audit/export', validQuery(auditPeriod), async (c) =>
      c.body(await audit.csv(c.req.valid('query')), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="last-mile-audit.csv"',
      }),
    )
    .get('/deliveries', async (c) => c.json(await deliveries.state()))
    .post('/deliveries/replay', validJson(replayRequest), async (c) => {
      const { items } = c.req.valid('json');
      // A list that nobody knows has nothing parked.
      const which = items === null ? 'all' : (items as ItemKey[]);
      return c.json({ replayed: await deliveries.replay(which, c.var.user.userId) });
    });
}
