import type { Draws } from '../../../api/local-tenant/sample/seededDraws';
import { uuidFrom } from '../../setup/uuidFrom';
import type { Plan } from './plan';

/** A person's place from one week until another; weeks are numbers among the plan's. */
interface Stay {
  readonly from: number;
  /** The first week without it; null while it lasts. */
  readonly until: number | null;
  readonly department: string;
  readonly jobFamily: string | null;
}

export interface PlantedPerson {
  readonly userId: string;
  /** One after the other, without a gap. */
  readonly stays: readonly Stay[];
  /** The week of their first counted action; null for those who never begin. */
  readonly begins: number | null;
}

/** The people of an organisation: most stay, some come, go, or change departments. */
export function plantPeople(plan: Plan, draws: Draws): PlantedPerson[] {
  return plan.departments.flatMap(({ name, people }) =>
    Array.from({ length: people }, (): PlantedPerson => {
      const stays = staysOf(plan, name, draws);
      const userId = uuidFrom(draws);
      return { userId, stays, begins: beginOf(plan, stays, draws) };
    }),
  );
}

export function stayIn({ stays }: PlantedPerson, week: number): Stay | undefined {
  return stays.find(({ from, until }) => from <= week && (until === null || week < until));
}

function staysOf(plan: Plan, department: string, draws: Draws): Stay[] {
  const jobFamily = draws.share() < 0.1 ? null : draws.oneOf(plan.jobFamilies);
  const moves = 1 + draws.whole(plan.mondays.length - 2);
  const stay: Stay = { from: 0, until: null, department, jobFamily };
  const lot = draws.share();
  if (lot < 0.06) return [{ ...stay, from: moves }];
  if (lot < 0.12) return [{ ...stay, until: moves }];
  if (lot < 0.18) {
    const other = draws.oneOf(plan.departments).name;
    return [
      { ...stay, until: moves },
      { ...stay, from: moves, department: other },
    ];
  }
  return [stay];
}

/** Where use decays, everybody begins early. Some newcomers had acted before they belonged. */
function beginOf(plan: Plan, stays: readonly Stay[], draws: Draws): number | null {
  if (draws.share() < 0.2) return null;
  const joined = stays[0]?.from ?? 0;
  const left = stays.at(-1)?.until ?? plan.mondays.length - 1;
  if (joined > 2 && draws.share() < 0.3) return joined - 2;
  const last = plan.decays ? Math.max(joined + 1, Math.min(left, plan.start + 2)) : left;
  return joined + draws.whole(Math.max(1, last - joined));
}
