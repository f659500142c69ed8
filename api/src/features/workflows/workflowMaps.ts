import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import {
  canDecideTool,
  toolDecisionChange,
  type AddTaskRequest,
  type DecideToolRequest,
  type MapGap,
  type SaveMapRequest,
  type WorkflowMap,
  type WorkflowMapsResponse,
} from '@last-mile/shared/workflows';
import { recordAudit, type Audited } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { editAsRead, requireAsRead } from '../../http/editAsRead';
import { publicKeyOf } from '../../http/publicKey';
import { NotFound, RuleRefused } from '../../http/refusals';
import { refuseAt } from '../../http/refuseAt';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { mapFields, toMap, toolDecisionFields, workflowFields } from './workflowsList';

export interface WorkflowMapsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  /** When the list was last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** The maps of a programme's tasks. Edits carry the eTag that was read: nobody's change is written over. */
export interface WorkflowMaps {
  /** By task. */
  of(programme: Programme): Promise<WorkflowMap[]>;
  list(programme: Programme): Promise<WorkflowMapsResponse>;
  /** Commits a new task under its key; sent again it is known. It reaches SharePoint later. */
  add(programme: Programme, request: AddTaskRequest, user: User): Promise<WorkflowMap>;
  /** Writes the map as it shall be; throws Conflict with the map as it is. */
  save(
    programme: Programme,
    workflowKey: string,
    request: SaveMapRequest,
    user: User,
  ): Promise<WorkflowMap>;
  /** Decides on a tool for a task that is mapped; throws RuleRefused with what the map lacks. */
  decideTool(
    programme: Programme,
    workflowKey: string,
    request: DecideToolRequest,
    user: User,
  ): Promise<WorkflowMap>;
}

interface Found {
  readonly stored: StoredItem;
  readonly map: WorkflowMap;
}

export function createWorkflowMaps(dependencies: WorkflowMapsDependencies): WorkflowMaps {
  const { database, list, asOf, now } = dependencies;

  /** Tasks of the programme; one without a programme serves all. */
  async function foundIn({ clientKey }: Programme): Promise<Found[]> {
    return (await list.all())
      .filter(({ fields }) => (fields['ProgrammeKey'] ?? clientKey) === clientKey)
      .flatMap((stored) => {
        const map = toStoredMap(stored);
        return map === null ? [] : { stored, map };
      })
      .sort((one, other) => one.map.task.localeCompare(other.map.task));
  }

  /** The task as the caller read it. */
  async function find(programme: Programme, workflowKey: string, eTag: string): Promise<Found> {
    const found = (await foundIn(programme)).find(({ map }) => map.clientKey === workflowKey);
    if (!found) throw new NotFound('There is no such task.');
    await requireAsRead(found.stored, eTag, toStoredMap);
    return found;
  }

  async function of(programme: Programme) {
    return (await foundIn(programme)).map(({ map }) => map);
  }

  /** Writes to the task as it was read, and enters it in the audit trail. */
  async function edit(
    programme: Programme,
    { stored, map }: Found,
    eTag: string,
    user: User,
    { fields, ...act }: Pick<Audited, 'action' | 'details'> & { fields: Fields },
  ): Promise<WorkflowMap> {
    const actorId = user.userId;
    const change = { actorId, fields };
    const written = await editAsRead(list, stored.clientKey, eTag, change, toStoredMap);
    await recordAudit(database, {
      ...{ at: now(), actorId, subject: map.clientKey },
      programmeKey: programme.clientKey,
      ...act,
    });
    const saved = toStoredMap(written);
    if (saved === null) throw new Error('A map that was written cannot be read.');
    return saved;
  }

  return {
    of,

    list: async (programme) => ({ maps: await of(programme), asOf: asOf() }),

    async add(programme, { clientKey, ...task }, user) {
      const actorId = user.userId;
      const fields = workflowFields({ ...task, steps: [] }, programme.clientKey);
      const outcome = await database.transaction(async (tx) => {
        const appended = await list.append(tx, { clientKey, actorId, fields });
        if (appended === 'accepted') {
          await recordAudit(tx, {
            ...{ at: now(), actorId, action: 'workflows.taskAdded' },
            ...{ subject: clientKey.toLowerCase(), programmeKey: programme.clientKey },
          });
        }
        return appended;
      });
      const found = (await foundIn(programme)).find(
        ({ map }) => map.clientKey === clientKey.toLowerCase(),
      );
      // The key belongs to another programme's task, or to one that is gone.
      if (!found) throw new RuleRefused('keyReused');
      if (outcome === 'known' && found.map.task !== task.task) throw new RuleRefused('keyReused');
      return found.map;
    },

    async save(programme, workflowKey, { eTag, ...map }, user) {
      return edit(programme, await find(programme, workflowKey, eTag), eTag, user, {
        fields: mapFields(map),
        action: 'workflows.mapSaved',
        details: { steps: map.steps.length },
      });
    },

    async decideTool(programme, workflowKey, request, user) {
      const { eTag } = request;
      const found = await find(programme, workflowKey, eTag);
      const decision = canDecideTool(found.map);
      if (!decision.allowed) {
        const { reason } = decision;
        refuseAt(placeOf(reason, found.map), reason);
      }
      const today = calendarDayIn(now(), programme.timeZone);
      return edit(programme, found, eTag, user, {
        fields: toolDecisionFields(toolDecisionChange(found.map, request, today, user.userId)),
        action: 'workflows.toolDecided',
      });
    },
  };
}

/** Where the map is to be mended. */
function placeOf(gap: MapGap, { steps, slot }: WorkflowMap): string {
  switch (gap) {
    case 'noSteps':
      return 'steps';
    case 'stepsWithoutActor':
      return `steps.${String(steps.findIndex(({ actor }) => actor === null))}.actor`;
    case 'stepsWithoutMinutes':
      return `steps.${String(steps.findIndex(({ minutes }) => minutes === null))}.minutes`;
    case 'noSlot':
      return 'slot';
    case 'slotSaysNoHelp':
      return `steps.${String(steps.findIndex(({ id }) => id === slot?.stepKey))}.aiHelps`;
    case 'noEscalation':
      return 'escalation';
  }
}

const toStoredMap = (stored: StoredItem) =>
  toMap(publicKeyOf('Workflows', stored.clientKey), stored);
