import { Hono } from 'hono';
import type { AppEnv } from '../../../http/appEnv';
import type { NoticesStatus } from './noticesStatus';

/** The champions' `GET /notifications`, to be mounted under `/api/programme`. */
export function noticesRoutes(status: NoticesStatus) {
  return new Hono<AppEnv>().get('/notifications', async (c) =>
    c.json(await status(c.var.programme)),
  );
}
