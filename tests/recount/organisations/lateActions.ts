import type { UsageEvent } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { createDraws } from '../../../api/local-tenant/sample/seededDraws';
import { uuidFrom } from '../../setup/uuidFrom';
import { prompts } from './activity';
import type { Organisation } from './organisation';
import { stayIn } from './people';
import { instantOf } from './wallClock';

/** Someone's late action. */
export interface LateAction {
  readonly userId: string;
  readonly event: UsageEvent;
}

/**
 * An action in the last week that is over, for everybody who belonged to the programme then and had
 * used AI before, but neither in that week nor in the one before it: all change the week alike.
 */
export function lateActions({ plan, people, activity }: Organisation): LateAction[] {
  const last = plan.mondays.length - 2;
  const monday = plan.mondays[last] ?? '';
  const quietSince = Date.parse(instantOf(plan.timeZone, addDays(monday, -7), 0));
  const draws = createDraws(last);
  return people
    .filter((person) => stayIn(person, last) && stayIn(person, last - 1))
    .filter((person) => {
      const actions = activity.actions.get(person) ?? [];
      return actions.length > 0 && actions.every(({ at }) => Date.parse(at) < quietSince);
    })
    .map(({ userId }) => ({
      userId,
      event: {
        ...{ clientKey: uuidFrom(draws), kind: 'promptCopied', version: 1, surface: 'teams' },
        ...{ at: instantOf(plan.timeZone, addDays(monday, 1), 10 * 60) },
        itemKey: draws.oneOf(prompts),
      },
    }));
}
