import { Hono } from 'hono';
import {
  paragraphHeatQuery,
  smallestGroupShown,
  type ParagraphHeatResponse,
} from '@last-mile/shared/adoption';
import type { AppEnv } from '../../../http/appEnv';
import { validQuery } from '../../../http/validJson';
import type { ParagraphHeatOf } from './paragraphHeat';

/** A template's heat map, to be mounted under `/api/adoption/items`. */
export function paragraphHeatRoutes(heatOf: ParagraphHeatOf) {
  return new Hono<AppEnv>().get(
    '/:clientKey/paragraphs',
    validQuery(paragraphHeatQuery),
    async (c) => {
      const itemKey = c.req.param('clientKey');
      const version = Number(c.req.valid('query').version);
      const heat = await heatOf(c.var.programme, { itemKey, version });
      const answer: ParagraphHeatResponse = { smallestGroup: smallestGroupShown, heat };
      return c.json(answer);
    },
  );
}
