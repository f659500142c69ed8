import { canChampion, type Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Context } from 'hono';
import type { AppEnv } from '../../http/appEnv';

/**
 * Who looks: champions of the programme see drafts, proposals and eTags; members what is approved,
 * and what they wrote themselves.
 */
export interface Viewer {
  readonly programme: Programme;
  readonly champion: boolean;
  readonly user: User;
}

/** Who asks. */
export function viewerOf(c: Context<AppEnv>): Viewer {
  const programme = c.get('programme');
  const user = c.get('user');
  return { programme, user, champion: canChampion(programme, user).allowed };
}
