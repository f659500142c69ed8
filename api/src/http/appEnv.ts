import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Log } from './log';

/** What a person is in a programme. */
export type Standing = 'owner' | 'deputy' | 'sponsor' | 'member';

/** The programme a person belongs to, as the programme's own list says it. */
export interface Membership {
  readonly programme: Programme;
  readonly standing: Standing;
  /** As the programme's group had it when it was read; null for whom the list alone names. */
  readonly accountEnabled: boolean | null;
}

/**
 * What a handler may rely on. `user` comes from the verified token and nothing else; `membership`
 * and `programme` are there where the route's table entry asks for a programme.
 */
export interface AppEnv {
  Variables: {
    requestId: string;
    log: Log;
    /** True when the answer brought its headers along (`answerReady`). */
    headersSet?: boolean;
    /** The code of the problem that was answered, if one was. */
    refusedWith?: string;
    user: User;
    membership: Membership;
    programme: Programme;
  };
}
