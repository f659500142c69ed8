import type { AppRegistration } from '../../api/local-tenant/storage/directory';
import { freePorts } from '../setup/product';
import { startChild, type ChildServer } from './childServer';

/** What the tenant's process is told. */
export interface TenantOrder {
  readonly folder: string;
  readonly port: number;
}

/** What it answers. */
export interface TenantReady {
  readonly kind: 'tenant';
  readonly origin: string;
  readonly app: AppRegistration;
  /** Access tokens of members of the programme, one each. */
  readonly tokens: readonly string[];
  /** A member to open the apps as. */
  readonly memberId: string;
  /** The programme's owner, who sees its dashboard. */
  readonly ownerToken: string;
}

/** What the product's process is told. */
export interface ProductOrder {
  readonly folder: string;
  readonly port: number;
  readonly tenantOrigin: string;
  readonly app: AppRegistration;
  /** A built page to serve beside the apps, under `/empty/`. */
  readonly emptyPage?: string;
}

export interface ProductReady {
  readonly kind: 'product';
  readonly origin: string;
  /** Its PostgreSQL, for peers that work on the same tables. */
  readonly database: string;
}

/**
 * The product as production runs it: in a process of its own, with Graph and Entra ID in another one,
 * so that the simulation's work is not counted as the product's.
 */
export interface Deployment {
  readonly tenant: TenantReady;
  readonly product: ProductReady;
  close(): Promise<void>;
}

/** Splits a folder that `npm start` has filled into the two processes. */
export async function startDeployment(folder: string, emptyPage?: string): Promise<Deployment> {
  const port = await freePorts();
  const opened: ChildServer<unknown>[] = [];
  const close = async () => {
    for (const child of opened.reverse()) await child.close();
  };
  try {
    const tenant = await startChild(
      'tenantServer.ts',
      { folder, port } satisfies TenantOrder,
      isTenant,
    );
    opened.push(tenant);
    const order: ProductOrder = {
      folder,
      port: port + 1,
      tenantOrigin: tenant.ready.origin,
      app: tenant.ready.app,
      ...(emptyPage === undefined ? {} : { emptyPage }),
    };
    const product = await startChild('productServer.ts', order, isProduct);
    opened.push(product);
    return { tenant: tenant.ready, product: product.ready, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const kindOf = (message: unknown) =>
  typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;

function isTenant(message: unknown): message is TenantReady {
  return kindOf(message) === 'tenant';
}

function isProduct(message: unknown): message is ProductReady {
  return kindOf(message) === 'product';
}
