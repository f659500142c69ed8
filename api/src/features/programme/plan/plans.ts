import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  activeUntil,
  canChangePlan,
  phaseOn,
  withBaselines,
  type PlanResponse,
  type Programme,
  type SavePlanRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../../auth/names';
import type { People } from '../../../auth/people';
import type { SeenRoles } from '../../../auth/seenRoles';
import { publicKeyOf } from '../../../http/publicKey';
import { RuleRefused } from '../../../http/refusals';
import type { StoredItem } from '../../../sync/storedItem';
import { planFields, toCourse } from '../planFields';
import type { ProgrammeItem } from '../programmeItem';
import { peopleFields, toProgramme } from '../programmesList';
import { targetCourses, type FiguresAt } from './targetCourses';

export interface PlansDependencies {
  readonly item: ProgrammeItem;
  readonly names: Names;
  readonly people: Pick<People, 'group'>;
  readonly seenRoles: Pick<SeenRoles, 'standingOf'>;
  readonly figuresAt: FiguresAt;
  readonly now: () => Date;
}

/** The plan of a programme, as its people see it and its champions change it. */
export interface Plans {
  read(programme: Programme): Promise<PlanResponse>;
  /**
   * Writes what can be changed of it if it is still as it was read; baselines stay. Throws Conflict, or
   * RuleRefused with what is wrong with it.
   */
  save(programme: Programme, request: SavePlanRequest, user: User): Promise<PlanResponse>;
}

export function createPlans(dependencies: PlansDependencies): Plans {
  const { item, names, people, seenRoles, figuresAt, now } = dependencies;

  async function answer(before: Programme, stored: StoredItem): Promise<PlanResponse> {
    const key = publicKeyOf('Programmes', stored.clientKey);
    const programme = toProgramme(key, stored.fields) ?? before;
    const { name, startsOn, weeks, timeZone, ownerId, deputyIds, sponsorId } = programme;
    const course = toCourse(stored.fields);
    const at = now();
    const [found, group, targets] = await Promise.all([
      names.of([ownerId, sponsorId, ...deputyIds]),
      // A plan can be read without the name of its group.
      people.group(programme.groupId).catch(() => undefined),
      targetCourses(programme, course, figuresAt, at),
    ]);
    return {
      eTag: stored.eTag ?? '',
      ...{ name, startsOn, weeks, timeZone, ownerId, deputyIds, sponsorId, targets },
      activeUntil: activeUntil(programme),
      phase: phaseOn(calendarDayIn(at, timeZone), { ...programme, ended: course.ended }),
      people: [...found].map(([userId, known]) => ({ userId, name: known, jobTitle: null })),
      group: group ?? null,
      effort: course.plan,
    };
  }

  return {
    read: async (programme) => answer(programme, await item.read(programme)),

    async save(programme, { eTag, deputyIds, sponsorId, targets, ...effort }, user) {
      const { plan, results } = toCourse((await item.read(programme)).fields);
      const isNew = sponsorId !== programme.sponsorId;
      const decision = canChangePlan(
        programme,
        { deputyIds, sponsorId, targets },
        {
          sponsorIsLeader: isNew && (await seenRoles.standingOf(sponsorId, 'Leader')) === 'held',
          isFrozen: results.length > 0,
        },
      );
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const saved = await item.save(
        {
          ...{ programme, eTag, user },
          fields: {
            ...peopleFields({ deputyIds: [...new Set(deputyIds)], sponsorId }),
            // The item is written as it was read, so these are the baselines it had.
            ...planFields({ ...effort, targets: withBaselines(targets, plan?.targets ?? []) }),
          },
          action: 'programme.planSaved',
          details: {
            ...{ weeklyHours: effort.weeklyHours, lighterHours: effort.lighterHours },
            ...{ budget: effort.budget.amount, currency: effort.budget.currency },
            ...Object.fromEntries(targets.map(({ metric, value }) => [metric, value])),
          },
        },
        (stored) => answer(programme, stored),
      );
      return answer(programme, saved);
    },
  };
}
