import { Hono } from 'hono';
import { endProgrammeRequest, nameOwnerRequest } from '@last-mile/shared/programme';
import type { AppEnv } from '../../../http/appEnv';
import { validJson } from '../../../http/validJson';
import type { Ownership } from './ownership';

/** Who owns the programme and how it ends, to be mounted under `/api/programme`. */
export function ownershipRoutes(ownership: Ownership) {
  return new Hono<AppEnv>()
    .get('/owner', async (c) => c.json(await ownership.read(c.var.programme)))
    .post('/owner', validJson(nameOwnerRequest), async (c) =>
      c.json(await ownership.nameOwner(c.var.programme, c.req.valid('json'), c.var.user)),
    )
    .get('/ending', async (c) => c.json(await ownership.ending(c.var.programme)))
    .post('/ending', validJson(endProgrammeRequest), async (c) =>
      c.json(await ownership.end(c.var.programme, c.req.valid('json'), c.var.user)),
    );
}
