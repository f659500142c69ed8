export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly accountEnabled: boolean;
  readonly preferredLanguage: string | null;
}

export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  /** People, and groups inside it. */
  readonly memberIds: readonly string[];
}

interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
}

/** What the Entra admin center shows for an app: registration and enterprise application in one. */
export interface AppRegistration {
  readonly clientId: string;
  readonly displayName: string;
  /** The client secret; an app without one is a public client. */
  readonly secret?: string;
  /** PEM public keys that may sign its client assertions. */
  readonly certificates?: readonly string[];
  readonly appIdUri?: string;
  readonly appRoles: readonly AppRole[];
  readonly redirectUris: readonly string[];
  /** Scopes this app exposes as an API, for example `access_as_user`. */
  readonly exposedScopes?: readonly string[];
  /** `requestedAccessTokenVersion`: which form this API's tokens have; 2 when not said. */
  readonly accessTokenVersion?: 1 | 2;
  /** Hosts (Teams, Outlook) that may ask for this API's token without consent; any when not said. */
  readonly preAuthorizedClientIds?: readonly string[];
  /** Microsoft Graph application permissions an administrator consented to, for example `Sites.Selected`. */
  readonly grantedApplicationPermissions: readonly string[];
  /** Microsoft Graph delegated permissions consented to for everyone, for example `User.Read`. */
  readonly grantedDelegatedPermissions?: readonly string[];
  /** SharePoint's own permissions consented to, beside Graph's of the same names. */
  readonly grantedSharePointPermissions?: {
    readonly application: readonly string[];
    readonly delegated: readonly string[];
  };
  /** A public client that asks for permissions as it goes: who may consent does so while signing in. */
  readonly consentsAtSignIn?: boolean;
  /** Made by Microsoft, which decides which of its resources it may ask. */
  readonly isFirstParty?: boolean;
  /** Activity types its Teams app manifest declares. */
  readonly activityTypes?: readonly string[];
}

export type SiteRole = 'read' | 'write' | 'owner' | 'fullcontrol';

interface MembershipChange {
  readonly sequence: number;
  /** A person, or a group inside it. */
  readonly userId: string;
  readonly joined: boolean;
}

/** A group with the history its members delta is read from. */
export interface KeptGroup extends DirectoryGroup {
  readonly changes: readonly MembershipChange[];
}

export interface ActivityNotification {
  readonly userId: string;
  readonly clientId: string;
  readonly activityType: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Site {
  readonly id: string;
  readonly hostname: string;
  /** Server-relative, for example `/sites/last-mile`; the root site's is `/`. */
  readonly path: string;
  readonly displayName: string;
  readonly createdAt: string;
  /** What it was made from, such as `STS#3`, a team site without a group, which is meant where nothing is said. */
  readonly template?: string;
}

/** An event in the calendar of a person or a group, as it was written. */
export interface CalendarEvent {
  readonly id: string;
  readonly owner: { readonly kind: 'user' | 'group'; readonly id: string };
  /** Who organises it, where the owner was invited to it. */
  readonly organiserId?: string;
  readonly clientId: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How far a person's own rights reach in SharePoint, whatever app asks for them. */
export type PersonRights = 'none' | 'read' | 'write' | 'owner';

/** An app's wish to hear that a list changed. */
export interface ListSubscription {
  readonly id: string;
  readonly siteId: string;
  readonly listId: string;
  /** As it was written by the subscriber. */
  readonly resource: string;
  readonly clientId: string;
  /** Who subscribed, where it was a person through the app. */
  readonly userId?: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl?: string;
  readonly clientState?: string;
  readonly expirationDateTime: string;
}

/** A grant to an app under the Selected model, on a site, one of its lists or one item. */
export interface SitePermission {
  readonly id: string;
  readonly siteId: string;
  readonly listId?: string;
  readonly itemId?: number;
  readonly clientId: string;
  readonly displayName: string;
  readonly roles: readonly SiteRole[];
}
