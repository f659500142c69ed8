import { randomUUID } from 'node:crypto';
import { countPractised } from '../../src/features/adoption/facts/practisedUse';
import { findSubjects } from '../../src/features/adoption/facts/subjectLinks';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { placeFields, sessionFields } from '../../src/features/practice/sessionsList';
import {
  takingPartFields,
  takingPartKey,
  type TakingPart,
  type TakingPartRecord,
} from '../../src/features/practice/takingPartLists';
import type { LocalTenant } from '../localTenant';
import { deliver, type ListsGround } from './fillLists';
import type { SampleUsage } from './fillUsage';
import { featuredId } from './people';
import { attendanceOf } from './practiceModel';
import { sampleSessions, startOf } from './practiceSessions';
import { instantOf, type SampleMoment } from './sampleClock';

interface PracticeGround extends ListsGround {
  readonly tenant: Pick<LocalTenant, 'sharePoint'>;
  readonly clientId: string;
  readonly subjectKey: string;
}

/** Sessions are planned until the end of the week after the one that is running. */
const plannedAheadMs = 14 * 86_400_000;

/**
 * Adds the sessions that are planned by now, who was at them and who practised. People's words are more
 * than SharePoint takes in a minute: they lie in their lists as if written when they were said, and the
 * next sync reads them.
 */
export async function fillPractice(ground: PracticeGround, usage: SampleUsage): Promise<void> {
  const { database, tenantId, lists, programme, now } = ground;
  const { startsOn, timeZone, clientKey: programmeKey } = programme;
  const planned = sampleSessions.filter(
    (session) => Date.parse(startOf(session, startsOn)) <= now.getTime() + plannedAheadMs,
  );
  await database.transaction((tx) =>
    lists.stores.PracticeSessions.appendAll(
      tx,
      planned.map(({ place, ...session }) => ({
        ...{ clientKey: session.clientKey, actorId: featuredId('owner') },
        fields: {
          ...sessionFields({ ...session, startsAt: startOf({ ...session, place }, startsOn) }),
          ...(place && placeFields(place)),
          ProgrammeKey: programmeKey,
        },
      })),
    ),
  );
  await deliver(lists);

  const digest = createPersonDigest(ground.subjectKey);
  const attendance = attendanceOf(usage.actions, planned);
  const subjects = await findSubjects(
    database,
    attendance.map(({ person }) => digest({ tenantId, userId: person.user.id })),
  );
  const said = (pick: (each: (typeof attendance)[number]) => SampleMoment | null) =>
    attendance.flatMap((each, index): TakingPartRecord[] => {
      const [moment, subjectId] = [pick(each), subjects[index]];
      const at = moment && instantOf(moment, startsOn);
      return at && subjectId && Date.parse(at) <= now.getTime()
        ? [{ sessionKey: each.session.clientKey, subjectId, at, programmeKey }]
        : [];
    });
  const practised = said((each) => each.practised);
  write(
    ground,
    'CheckIns',
    said((each) => each.checkedIn),
  );
  write(ground, 'Practised', practised);
  await database.transaction((tx) =>
    countPractised(
      tx,
      practised.map(({ sessionKey, subjectId, at }) => ({
        ...{ clientKey: takingPartKey('Practised', sessionKey, subjectId), subjectId },
        at: new Date(at),
      })),
      timeZone,
      now,
    ),
  );
}

/** Writes what people said into its list; what is there already stays. */
function write(
  { tenant: { sharePoint }, clientId }: PracticeGround,
  kind: TakingPart,
  records: readonly TakingPartRecord[],
): void {
  const list = sharePoint.lists().find(({ displayName }) => displayName === kind);
  if (!list) throw new Error(`There is no list ${kind}.`);
  const known = new Set(sharePoint.items(list.id).map(({ fields }) => fields['ClientKey']));
  for (const record of records) {
    const { sessionKey, subjectId: ActorId } = record;
    const ClientKey = takingPartKey(kind, sessionKey, ActorId);
    if (known.has(ClientKey)) continue;
    const own = { ClientKey, ActorId, ChangeId: randomUUID() };
    sharePoint.add(list.id, { ...takingPartFields(kind, record), ...own }, clientId);
  }
}
