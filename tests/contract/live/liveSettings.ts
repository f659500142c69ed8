/** An app of the real tenant, by its client id and secret. */
interface LiveApp {
  readonly clientId: string;
  readonly secret: string;
}

/** Where and as whom the facts are told to a real tenant. */
export interface LiveSettings {
  readonly tenantId: string;
  /** `hostname,site-collection-id,site-id` of a scratch site: lists are made in it and deleted. */
  readonly siteId: string;
  /** Sites.Selected, with a `write` grant on the site. */
  readonly runtime: LiveApp;
  /** Sites.FullControl.All, User.Read.All and GroupMember.Read.All. */
  readonly admin: LiveApp;
  /** Sites.Selected, without a grant. */
  readonly stranger: LiveApp;
  /** A local tenant's address to rehearse with; never a real tenant's. */
  readonly rehearsal: string | undefined;
}

const prefix = 'CONTRACT_LIVE_';

const names = [
  'TENANT_ID',
  'SITE_ID',
  'RUNTIME_CLIENT_ID',
  'RUNTIME_SECRET',
  'ADMIN_CLIENT_ID',
  'ADMIN_SECRET',
  'STRANGER_CLIENT_ID',
  'STRANGER_SECRET',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings a live run lacks, by the names of their variables. */
export function missingLiveSettings(environment: Environment): readonly string[] {
  return names.map((name) => `${prefix}${name}`).filter((name) => !environment[name]);
}

/** The settings of a live run; undefined as long as one of them is missing. */
export function readLiveSettings(environment: Environment): LiveSettings | undefined {
  if (missingLiveSettings(environment).length > 0) return undefined;
  const read = (name: (typeof names)[number]) => environment[`${prefix}${name}`] ?? '';
  return {
    tenantId: read('TENANT_ID'),
    siteId: read('SITE_ID'),
    runtime: { clientId: read('RUNTIME_CLIENT_ID'), secret: read('RUNTIME_SECRET') },
    admin: { clientId: read('ADMIN_CLIENT_ID'), secret: read('ADMIN_SECRET') },
    stranger: { clientId: read('STRANGER_CLIENT_ID'), secret: read('STRANGER_SECRET') },
    rehearsal: environment[`${prefix}REHEARSAL`],
  };
}

/** Set by the live run alone, so that no test meets a real tenant because of a forgotten variable. */
export const liveRunVariable = `${prefix}RUN`;

/** The settings in a live run; undefined in every other. */
export function settingsOfLiveRun(environment: Environment): LiveSettings | undefined {
  return environment[liveRunVariable] === 'yes' ? readLiveSettings(environment) : undefined;
}
