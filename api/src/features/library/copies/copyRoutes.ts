import { copyRequest, lentQuery } from '@last-mile/shared/library';
import { Hono } from 'hono';
import type { AppEnv } from '../../../http/appEnv';
import { validJson, validQuery } from '../../../http/validJson';
import type { Library } from '../library';

/** What champions copy from other programmes that share their library, for `/api/library/lenders`. */
export function copyRoutes({ lent, copyItems }: Pick<Library, 'lent' | 'copyItems'>) {
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json({ lenders: await lent.lenders(c.var.programme) }))
    .get('/:lenderKey', validQuery(lentQuery), async (c) =>
      c.json(await lent.of(c.var.programme, c.req.param('lenderKey'), c.req.valid('query'))),
    )
    .post('/:lenderKey/copies', validJson(copyRequest), async (c) => {
      const { programme, user } = c.var;
      const lenderKey = c.req.param('lenderKey');
      return c.json(await copyItems(c.req.valid('json'), lenderKey, programme, user));
    });
}
