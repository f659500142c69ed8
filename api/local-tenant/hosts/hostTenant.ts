import type { Entra } from '../entra/createEntra';
import type { SharePointBrowser } from '../graph/sharePointBrowser';
import type { Directory } from '../storage/directory';
import type { ActivityNotification } from '../storage/directoryRecords';

/** What the host pages need of the local tenant. */
export interface HostTenant {
  readonly tenantId: string;
  readonly directory: Pick<Directory, 'user' | 'users'>;
  readonly entra: Entra;
  readonly sharePoint: SharePointBrowser;
  /** What a person sees of the activity feed, newest first. */
  activityFeed(userId: string): readonly ActivityNotification[];
}

/** Where the tab is pinned, as Teams tells it. */
export interface HostChannel {
  readonly teamId: string;
  readonly teamName: string;
  readonly groupId: string;
  readonly channelId: string;
  readonly channelName: string;
}

export interface FeaturedPerson {
  readonly userId: string;
  /** Why one would sign in as them, for example "Champion of the pilot". */
  readonly note: string;
}

export interface ClientContact {
  readonly displayName: string;
  readonly emailAddress: string;
}
