import type { LocalTenant } from '../../api/local-tenant/localTenant';
import type { ContractClient } from './contractClients';

/** A tenant of its own for one test, with one app that runs, one that administers and one without a grant. */
export interface Scratch {
  readonly tenant: LocalTenant;
  /** Sites.Selected and a `write` grant: what production has. */
  readonly runtime: ContractClient;
  /** Sites.FullControl.All and the directory's read permissions. */
  readonly admin: ContractClient;
  /** Sites.Selected without a grant. */
  readonly stranger: ContractClient;
  /** A person through the running app, with the delegated scopes given. */
  readonly delegated: (userId: string, ...scopes: string[]) => ContractClient;
  /** A new list with the columns given; answers its address. */
  readonly createList: (columns?: readonly object[], displayName?: string) => Promise<string>;
}
