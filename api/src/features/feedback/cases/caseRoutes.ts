import {
  assistantChangeRequest,
  caseConsentRequest,
  caseRequest,
  caseRetirementRequest,
  casesQuery,
  walkRequest,
} from '@last-mile/shared/feedback';
import { canChampion } from '@last-mile/shared/programme';
import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../../http/appEnv';
import { keyParam } from '../../../http/keyParam';
import { validJson, validQuery } from '../../../http/validJson';
import type { Cases } from './cases';
import type { CaseViewer } from './walkCase';

/** Cases, what changes under them, and who agrees to them; to be mounted under `/api`. */
export function caseRoutes(cases: Cases) {
  return new Hono<AppEnv>()
    .get('/library/:clientKey/cases', async (c) =>
      c.json(await cases.book(viewerOf(c), keyParam(c))),
    )
    .get('/cases', validQuery(casesQuery), async (c) =>
      c.json(await cases.all(c.var.programme, c.req.valid('query'))),
    )
    .post('/cases', validJson(caseRequest), async (c) =>
      c.json(await cases.make(c.var, c.req.valid('json')), 202),
    )
    .post('/cases/:clientKey/retirement', validJson(caseRetirementRequest), async (c) =>
      c.json(await cases.retire(c.var, keyParam(c), c.req.valid('json'))),
    )
    .post('/cases/:clientKey/walks', validJson(walkRequest), async (c) =>
      c.json(await cases.walk(viewerOf(c), keyParam(c), c.req.valid('json')), 202),
    )
    .get('/assistant-changes', async (c) =>
      c.json(await cases.assistantChanges.list(c.var.programme)),
    )
    .post('/assistant-changes', validJson(assistantChangeRequest), async (c) =>
      c.json(await cases.assistantChanges.record(c.var, c.req.valid('json')), 202),
    )
    .post('/feedback/:clientKey/case-consent', validJson(caseConsentRequest), async (c) => {
      const { programme, user } = c.var;
      const { consent } = c.req.valid('json');
      return c.json(await cases.giveConsent(programme, user, keyParam(c), consent), 202);
    });
}

function viewerOf(c: Context<AppEnv>): CaseViewer {
  const { programme, user } = c.var;
  return { programme, user, champion: canChampion(programme, user).allowed };
}
