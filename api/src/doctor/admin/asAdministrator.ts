import { couldNotCheck, ok, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { Administrator } from './administrator';

/** Where somebody is asked to sign in. */
export const withAdministrator = 'npm run doctor -- --admin';

/** What a check says that takes an administrator, where none was asked for. */
const notLookedAt = (why: string) =>
  couldNotCheck(
    'not looked at: it takes an administrator’s sign-in',
    why,
    `Look with one: ${withAdministrator} (it reads, and changes nothing).`,
  );

/** A look that only an administrator can take; `why` is what stays open without it. */
export function asAdministrator(
  why: string,
  look: (administrator: Administrator, ground: Ground) => Promise<Finding>,
): Check<Ground>['look'] {
  return async (ground) => {
    if (ground.administrator === null) return notLookedAt(why);
    return look(await ground.administrator.needed(), ground);
  };
}

/** Said where somebody was asked to sign in; nobody is named. */
export const administratorCheck: Check<Ground> = {
  id: 'admin.signIn',
  title: 'Sign-in of an administrator',
  async look({ administrator }) {
    await administrator?.result();
    return ok('somebody signed in');
  },
};
