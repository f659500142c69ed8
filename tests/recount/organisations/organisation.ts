import type { DeviceEvent } from '@last-mile/shared/adoption';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import { createDraws } from '../../../api/local-tenant/sample/seededDraws';
import { uuidFrom } from '../../setup/uuidFrom';
import { plantActivity, type PlantedActivity } from './activity';
import { plantObservations } from './observations';
import { plantPeople, type PlantedPerson } from './people';
import { planOrganisation, type Plan } from './plan';

/** An organisation of which is known what both ways of counting have to find. */
export interface Organisation {
  readonly plan: Plan;
  readonly programme: Programme;
  readonly people: readonly PlantedPerson[];
  readonly activity: PlantedActivity;
  /** What each person's devices have to send, in the order in which it was planted. */
  readonly events: ReadonlyMap<PlantedPerson, readonly DeviceEvent[]>;
}

const seed = 20_261_125;

/** The same organisation for the same index, on every machine and day. */
export function plantOrganisation(index: number): Organisation {
  const draws = createDraws(seed + 1_000 * index);
  const plan = planOrganisation(index, draws);
  const people = plantPeople(plan, draws);
  const activity = plantActivity(plan, people, draws);
  const observations = plantObservations(plan, people, draws);
  return {
    ...{ plan, people, activity },
    programme: {
      ...{ clientKey: uuidFrom(draws), name: `Organisation ${index + 1}` },
      ...{ ownerId: uuidFrom(draws), deputyIds: [], sponsorId: uuidFrom(draws) },
      ...{ groupId: uuidFrom(draws), channelId: null },
      ...{ startsOn: plan.mondays[plan.start] ?? '', weeks: 8, targetActiveRate: 0.6 },
      timeZone: plan.timeZone,
      calendar: usualCalendar,
      jobFamilies: plan.jobFamilies.map((name) => ({ id: name.toLowerCase(), name })),
    },
    events: new Map(
      people.map((person) => [
        person,
        [...(activity.actions.get(person) ?? []), ...(observations.get(person) ?? [])],
      ]),
    ),
  };
}
