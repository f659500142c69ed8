import { Hono } from 'hono';
import {
  addTaskRequest,
  decideToolRequest,
  saveMapRequest,
  timingRequest,
  type Workflow,
  type WorkflowsResponse,
} from '@last-mile/shared/workflows';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { publicKeyOf } from '../../http/publicKey';
import { validJson } from '../../http/validJson';
import type { ListStore } from '../../sync/storedItem';
import type { Timings } from './timings';
import type { WorkflowMaps } from './workflowMaps';
import { toWorkflow } from './workflowsList';

/** The mapped tasks of a programme, by task. */
export type ReadWorkflows = (programmeKey: string) => Promise<Workflow[]>;

/** Reads workflows from their list; one without a programme serves all. */
export function createWorkflows(list: ListStore): ReadWorkflows {
  return async (programmeKey) =>
    (await list.all())
      .filter(({ fields }) => (fields['ProgrammeKey'] ?? programmeKey) === programmeKey)
      .flatMap(
        ({ clientKey, fields }) => toWorkflow(publicKeyOf('Workflows', clientKey), fields) ?? [],
      )
      .sort((one, other) => one.task.localeCompare(other.task));
}

export interface WorkflowsDependencies {
  readonly workflows: ReadWorkflows;
  readonly maps: WorkflowMaps;
  readonly timings: Timings;
}

/** Tasks, their maps and how long they take, to be mounted under `/api/workflows`. */
export function workflowsRoutes({ workflows, maps, timings }: WorkflowsDependencies) {
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const answer: WorkflowsResponse = {
        workflows: await workflows(c.var.programme.clientKey),
      };
      return c.json(answer);
    })
    .post('/', validJson(addTaskRequest), async (c) =>
      c.json(await maps.add(c.var.programme, c.req.valid('json'), c.var.user)),
    )
    .get('/maps', async (c) => c.json(await maps.list(c.var.programme)))
    .get('/timings', async (c) => c.json(await timings.form(c.var.programme, c.var.user)))
    .post('/timings', validJson(timingRequest), async (c) =>
      c.json(await timings.take(c.var.programme, c.req.valid('json'), c.var.user), 202),
    )
    .post('/:clientKey/map', validJson(saveMapRequest), async (c) =>
      c.json(await maps.save(c.var.programme, keyParam(c), c.req.valid('json'), c.var.user)),
    )
    .post('/:clientKey/tool', validJson(decideToolRequest), async (c) =>
      c.json(await maps.decideTool(c.var.programme, keyParam(c), c.req.valid('json'), c.var.user)),
    );
}
