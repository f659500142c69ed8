import {
  exportQuery,
  importRemovalRequest,
  importRequest,
  likenessRequest,
} from '@last-mile/shared/library';
import { Hono } from 'hono';
import type { AppEnv } from '../../http/appEnv';
import { validJson, validQuery } from '../../http/validJson';
import type { Library } from './library';
import { viewerOf } from './viewer';

/** What comes into the library by the file and leaves it so, for `/api/library`. */
export function exchangeRoutes(library: Library) {
  return new Hono<AppEnv>()
    .post('/import', validJson(importRequest, { texts: 'checkedByRow' }), async (c) =>
      c.json(await library.importRows(c.req.valid('json'), c.var.programme, c.var.user)),
    )
    .post('/import/likeness', validJson(likenessRequest, { texts: 'checkedByRow' }), async (c) =>
      c.json(await library.likeItems(c.var.programme, c.req.valid('json'))),
    )
    .get('/imports', async (c) =>
      c.json({ imports: await library.pastImports.list(c.var.programme) }),
    )
    .post('/imports/removal', validJson(importRemovalRequest), async (c) => {
      const { importKey } = c.req.valid('json');
      return c.json(await library.pastImports.remove(c.var.programme, importKey, c.var.user));
    })
    .get('/export', validQuery(exportQuery), async (c) => {
      const file = await library.export(viewerOf(c), c.req.valid('query').format);
      return c.body(file.body, 200, {
        'Content-Type': file.contentType,
        'Content-Disposition': `attachment; filename="${file.name}"`,
      });
    });
}
