import { Hono } from 'hono';
import type { Workflow, WorkflowsResponse } from '@last-mile/shared/workflows';
import type { AppEnv } from '../../http/appEnv';
import { publicKeyOf } from '../../http/publicKey';
import type { ListStore } from '../../sync/storedItem';
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

/** `GET /workflows`, to be mounted under `/api`. */
export function workflowsRoutes(workflows: ReadWorkflows) {
  return new Hono<AppEnv>().get('/workflows', async (c) => {
    const answer: WorkflowsResponse = {
      workflows: await workflows(c.var.programme.clientKey),
    };
    return c.json(answer);
  });
}
