import type {
  ActivityNotification,
  AppRegistration,
  CalendarEvent,
  DirectoryGroup,
  DirectoryUser,
  KeptGroup,
  ListSubscription,
  PersonRights,
  Site,
  SitePermission,
} from './directoryRecords';
import type { Registration } from './registrationRecords';
import type { CopilotUsageReport } from './reportRecords';
import type { RoleAssignment, SiteGroup } from './siteSecurity';
import type { Actor, ItemFields, ItemValue, ListColumn, ListItem } from './sharePointList';

interface OfList {
  readonly siteId: string;
  readonly listId: string;
}

/** One line of the journal: a change with every chosen value in it, so that replaying gives the same state. */
export type Mutation =
  | { readonly kind: 'users'; readonly users: readonly DirectoryUser[] }
  | { readonly kind: 'group'; readonly group: DirectoryGroup }
  | { readonly kind: 'groupAsKept'; readonly group: KeptGroup; readonly directorySequence: number }
  | { readonly kind: 'app'; readonly app: AppRegistration }
  | {
      readonly kind: 'appRole';
      readonly userId: string;
      readonly role: string;
      readonly assigned: boolean;
    }
  | { readonly kind: 'registration'; readonly registration: Registration }
  | { readonly kind: 'registrationRemoved'; readonly id: string }
  | { readonly kind: 'consent'; readonly clientId: string; readonly consented: boolean }
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'siteDeleted'; readonly address: string }
  | { readonly kind: 'siteGroup'; readonly siteId: string; readonly group: SiteGroup }
  | { readonly kind: 'permission'; readonly permission: SitePermission }
  | { readonly kind: 'permissionRemoved'; readonly id: string }
  | { readonly kind: 'notification'; readonly notification: ActivityNotification }
  | { readonly kind: 'subscription'; readonly subscription: ListSubscription }
  | { readonly kind: 'subscriptionRemoved'; readonly id: string }
  | { readonly kind: 'copilotUsage'; readonly report: CopilotUsageReport }
  | { readonly kind: 'concealedNames'; readonly concealed: boolean }
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'eventRemoved'; readonly id: string }
  | {
      readonly kind: 'directoryRole';
      readonly userId: string;
      readonly role: string;
      readonly assigned: boolean;
    }
  | {
      readonly kind: 'appInstalled';
      readonly clientId: string;
      readonly userId: string;
      readonly installed: boolean;
    }
  | {
      readonly kind: 'personRights';
      readonly userId: string;
      /** A list's id, or a site's for all that has no rights of its own. */
      readonly scopeId: string;
      readonly rights: PersonRights;
    }
  | { readonly kind: 'signingKeys'; readonly text: string }
  | ({
      readonly kind: 'list';
      readonly name: string;
      readonly displayName: string;
      readonly description: string;
      readonly template: string;
      readonly at: string;
      readonly by: Actor;
      readonly columns: readonly ListColumn[];
    } & OfList)
  | ({ readonly kind: 'listRemoved' } & OfList)
  | ({ readonly kind: 'listRenamed'; readonly displayName: string } & OfList)
  | ({
      readonly kind: 'listRoles';
      /** Null: as the site has them. */
      readonly assignments: readonly RoleAssignment[] | null;
    } & OfList)
  | ({ readonly kind: 'column'; readonly column: ListColumn; readonly at: string } & OfList)
  | ({
      readonly kind: 'columnRemoved';
      readonly name: string;
      readonly keepsValues?: boolean;
    } & OfList)
  | ({ readonly kind: 'deltaEpoch'; readonly epoch: number } & OfList)
  | ({
      readonly kind: 'itemCreated';
      readonly id: number;
      readonly guid: string;
      readonly at: string;
      readonly by: Actor;
      readonly fields: ItemFields;
    } & OfList)
  | ({
      readonly kind: 'itemChanged';
      readonly id: number;
      readonly at: string;
      readonly by: Actor;
      readonly fields: Readonly<Record<string, ItemValue | null>>;
      readonly versionsKept: number;
    } & OfList)
  | ({ readonly kind: 'itemRemoved'; readonly id: number; readonly at: string } & OfList)
  | ({ readonly kind: 'itemAsKept'; readonly item: ListItem } & OfList)
  | ({ readonly kind: 'tombstoneAsKept'; readonly id: number; readonly sequence: number } & OfList)
  | ({
      readonly kind: 'countersAsKept';
      readonly sequence: number;
      readonly nextItemId: number;
      readonly deltaEpoch: number;
      readonly modifiedAt: string;
    } & OfList);
