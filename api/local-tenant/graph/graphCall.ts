import type { GraphCaller } from '../storage/entraTokens';
import type { ReplicationLag } from '../control/replicationLag';
import type { TenantJournal } from '../storage/journal';
import type { TenantSwitches } from '../storage/switches';
import type { TenantState } from '../storage/tenantState';
import type { ChangeNotifications } from './changeNotifications';
import type { QueryOptions } from './queryOptions';

/** One Graph request, alone or inside a `$batch`, after its token and address were read. */
export interface GraphCall {
  readonly method: string;
  /** The real https address, as nextLinks and contexts carry it. */
  readonly url: URL;
  readonly query: QueryOptions;
  readonly caller: GraphCaller;
  readonly body: unknown;
  header(name: string): string | undefined;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What every handler stands on. */
export interface GraphGround {
  readonly journal: TenantJournal;
  readonly state: TenantState;
  readonly switches: TenantSwitches;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Says once per planned race that this write must be refused as if another had just won. */
  readonly takeRace: () => boolean;
  /** What was just registered and is not there yet for whoever looks too early. */
  readonly replication: Pick<ReplicationLag, 'made' | 'hides'>;
  readonly notifications: Pick<ChangeNotifications, 'validate'>;
}

export type GraphHandler = (
  call: GraphCall,
  at: Readonly<Record<string, string>>,
  ground: GraphGround,
) => GraphAnswer | Promise<GraphAnswer>;

export const graphOrigin = 'https://graph.microsoft.com';

export const ok = (body: unknown): GraphAnswer => ({ status: 200, body });

export const noContent: GraphAnswer = { status: 204 };

export const context = (fragment: string) => `${graphOrigin}/v1.0/$metadata#${fragment}`;

/** Graph writes times without milliseconds when it stores them. */
export const toGraphTime = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
