import {
  eventsPerRequest,
  type DashboardResponse,
  type DeviceEvent,
} from '@last-mile/shared/adoption';
import { createDraws } from '../../../api/local-tenant/sample/seededDraws';
import { keyFor } from '../../../api/src/config';
import { createMembershipStore } from '../../../api/src/features/adoption/people/membershipStore';
import {
  countPractised,
  type PractisedUse,
} from '../../../api/src/features/adoption/facts/practisedUse';
import { createSubjectLinks } from '../../../api/src/features/adoption/facts/subjectLinks';
import { createPersonDigest } from '../../../api/src/features/adoption/facts/subjects';
import { programmeFields } from '../../../api/src/features/programme/programmesList';
import { uuidFrom } from '../../setup/uuidFrom';
import { createDeployment, type Deployment } from './deployment';
import type { Organisation } from './organisation';
import { stayIn } from './people';
import { settledDashboard } from './settledDashboard';

/** Many organisations, each a programme of one deployment with one clock. */
export interface PlantedDeployment {
  readonly connectionString: string;
  /** Moves the clock to the organisation's moment, and sends what its people did by `POST /api/events`. */
  send(organisation: Organisation): Promise<void>;
  /** Sends one request as a person's device does. */
  sendAs(userId: string, events: readonly DeviceEvent[]): Promise<void>;
  /** The dashboard as the programme's owner is answered. */
  dashboard(organisation: Organisation): Promise<DashboardResponse>;
  close(): Promise<void>;
}

/** Empty, but for who is there; the organisations are to be sent in the order of their moments. */
export async function plantDeployment(
  organisations: readonly Organisation[],
): Promise<PlantedDeployment> {
  let now = organisations[0]?.plan.now ?? new Date(0);
  const deployment = await createDeployment(() => now);
  fillDirectory(deployment, organisations);
  await addProgrammes(deployment, organisations);
  async function sendAs(userId: string, events: readonly DeviceEvent[]) {
    await deployment.ask(userId, '/api/events', { events });
  }
  return {
    connectionString: deployment.database.connectionString,
    async send(organisation) {
      now = organisation.plan.now;
      await tellMembers(deployment, organisation);
      await sendAll(organisation, sendAs);
      await practise(deployment, organisation);
    },
    sendAs,
    dashboard: ({ programme: { ownerId } }) =>
      settledDashboard(() => deployment.ask(ownerId, '/api/adoption/dashboard')),
    close: () => deployment.close(),
  };
}

/** Who left stays in the Entra group here: their devices sent what they had while they were in it. */
function fillDirectory({ tenant }: Deployment, organisations: readonly Organisation[]) {
  for (const { programme, people } of organisations) {
    const ids = [programme.ownerId, ...people.map(({ userId }) => userId)];
    tenant.directory.addUsers(
      ids.map((id) => ({
        ...{ id, displayName: id, userPrincipalName: `${id}@example.com`, mail: null },
        ...{ department: null, jobTitle: null, accountEnabled: true, preferredLanguage: null },
      })),
    );
    tenant.directory.assignAppRole(programme.ownerId, 'Champion');
    tenant.directory.addGroup({
      id: programme.groupId,
      displayName: programme.name,
      memberIds: people.map(({ userId }) => userId),
    });
  }
}

async function addProgrammes(
  { product, database }: Deployment,
  organisations: readonly Organisation[],
) {
  await database.transaction(async (tx) => {
    for (const { programme } of organisations) {
      await product.lists.stores.Programmes.append(tx, {
        clientKey: programme.clientKey,
        actorId: programme.ownerId,
        fields: programmeFields(programme),
      });
    }
  });
  await product.lists.deliverNow();
  await product.lists.syncNow();
}

/** Membership as the hourly look at the group would have told it, on the Mondays it changed. */
async function tellMembers(
  { database, config }: Deployment,
  { plan, people, programme }: Organisation,
) {
  const digest = createPersonDigest(keyFor(config.secret, 'usage subjects'));
  const store = createMembershipStore(database, config.tenantId, digest);
  const changes = new Set(
    people.flatMap(({ stays }) => stays.flatMap(({ from, until }) => [from, until ?? 0])),
  );
  for (const week of [...changes].sort((one, other) => one - other)) {
    const members = people.flatMap((person) => {
      const stay = stayIn(person, week);
      return stay ? [{ ...stay, userId: person.userId }] : [];
    });
    await store.replace(programme.clientKey, members, plan.mondays[week] ?? '');
  }
}

/** After some of the prompts that people opened they did an exercise on a task of their own. */
async function practise({ database, config }: Deployment, { events, plan }: Organisation) {
  const digest = createPersonDigest(keyFor(config.secret, 'usage subjects'));
  const links = createSubjectLinks(database, digest);
  const draws = createDraws(events.size);
  const practised: PractisedUse[] = [];
  for (const [{ userId }, own] of events) {
    const opened = own.filter(({ kind }) => kind === 'promptOpened' && draws.share() < 0.3);
    if (opened.length === 0) continue;
    const subjectId = await links.link({ tenantId: config.tenantId, userId });
    practised.push(
      ...opened.map(({ at }) => ({ clientKey: uuidFrom(draws), subjectId, at: new Date(at) })),
    );
  }
  await database.transaction((tx) => countPractised(tx, practised, plan.timeZone, plan.now));
}

/** In any order, a tenth of it twice, in one or two requests of each person, several at a time. */
async function sendAll({ events }: Organisation, sendAs: PlantedDeployment['sendAs']) {
  const draws = createDraws(events.size);
  const requests = [...events].flatMap(([{ userId }, own]) => {
    const repeated = own.filter(() => draws.share() < 0.1);
    const sent = draws.shuffled([...own, ...repeated]);
    const most = Math.min(eventsPerRequest, Math.ceil(sent.length / (1 + draws.whole(2))));
    const parts: { userId: string; events: DeviceEvent[] }[] = [];
    while (sent.length > 0) parts.push({ userId, events: sent.splice(0, most) });
    return parts;
  });
  const waiting = draws.shuffled(requests);
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      await sendAs(one.userId, one.events);
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
}
