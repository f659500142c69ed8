import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  phaseOn,
  standingIn,
  type Programme,
  type ProgrammesResponse,
  type ProgrammeSummary,
} from '@last-mile/shared/programme';
import { hasRole, type User } from '@last-mile/shared/user';
import type { OwnerStandings } from '../owner/ownerStandings';
import type { Programmes } from '../programmes';
import { targetCourses, type FiguresAt } from './targetCourses';

export interface ProgrammeOverviewDependencies {
  readonly programmes: Pick<Programmes, 'all' | 'courseOf'>;
  readonly figuresAt: FiguresAt;
  readonly ownerStanding: OwnerStandings;
  readonly now: () => Date;
}

/**
 * The programmes a champion owns or deputises for, and those a leader sponsors, past ones among them;
 * to everybody else none.
 */
export type ProgrammeOverview = (user: User) => Promise<ProgrammesResponse>;

export function createProgrammeOverview(
  dependencies: ProgrammeOverviewDependencies,
): ProgrammeOverview {
  const { programmes, figuresAt, ownerStanding, now } = dependencies;

  async function summaryOf(programme: Programme): Promise<ProgrammeSummary> {
    const { clientKey, name, startsOn, weeks, timeZone } = programme;
    const at = now();
    const course = await programmes.courseOf(programme);
    const [owner, targets] = await Promise.all([
      ownerStanding(programme, course.ended?.endedOn),
      targetCourses(programme, course, figuresAt, at),
    ]);
    const { ended } = course;
    const phase = phaseOn(calendarDayIn(at, timeZone), { ...programme, ended });
    return { clientKey, name, startsOn, weeks, phase, owner, targets, ended };
  }

  return async (user) => {
    const own = (await programmes.all()).filter((programme) => maySee(programme, user));
    return { programmes: await Promise.all(own.map(summaryOf)) };
  };
}

function maySee(programme: Programme, user: User): boolean {
  const standing = standingIn(programme, user);
  return standing !== null && hasRole(user, standing === 'sponsor' ? 'Leader' : 'Champion');
}
