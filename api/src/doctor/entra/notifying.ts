import { graphPermissions } from '../../graph/permissions';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

const name = 'TeamsActivity.Send.User';
const without = graphPermissions.find((permission) => permission.name === name)?.without ?? '';

/** What came of the notifications so far. */
interface Told {
  /** Chains in which somebody was told. */
  readonly told: number;
  /** People whom the app is not permitted to tell. */
  readonly notPermitted: number;
}

/**
 * Whether the app may notify. Given with the app to whoever installs it, the permission stands in no
 * token: then what became of earlier notifications tells.
 */
function judgeNotifying(roles: readonly string[], { told, notPermitted }: Told): Finding {
  if (roles.includes(name) || roles.includes('TeamsActivity.Send')) return ok('consented to');
  const toDo =
    'Teams admin center → Teams apps → Manage apps → Last Mile → Permissions → Review permissions. Where one consent for all is preferred: add TeamsActivity.Send (Microsoft Graph, application) to the app registration.';
  if (notPermitted > 0) return problem('Teams does not let the app notify', without, toDo);
  if (told > 0) return ok('given with the app: people are told');
  return couldNotCheck(
    'given with the app, and nobody was notified yet',
    `without it, ${without}`,
    `It shows with the first notification. ${toDo}`,
  );
}

export const notifyingCheck: Check<Ground> = {
  id: `permission.${name}`,
  title: name,
  async look({ roles, db, now }) {
    const [row] = await (
      await db()
    ).query<Told>(
      `SELECT count(*) FILTER (WHERE told IS NOT NULL) AS told,
         count(*) FILTER (WHERE parked_because = 'notPermitted' AND parked_until > $1)
           AS "notPermitted"
       FROM notification_chain`,
      [now()],
    );
    return judgeNotifying(await roles.needed(), row ?? { told: 0, notPermitted: 0 });
  },
};
