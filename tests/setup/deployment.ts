import type { AppRegistration } from '../../api/local-tenant/storage/directory';
import { startChild, type ChildServer } from './childServer';
import { freePorts } from './product';

const tenantServer = new URL('tenantServer.ts', import.meta.url);
const productServer = new URL('productServer.ts', import.meta.url);

/** What the tenant's process is told. */
export interface TenantOrder {
  readonly folder: string;
  readonly port: number;
  /** Licences that its limits follow (contracts B); as many as the local tenant has where nothing is said. */
  readonly licences?: number;
}

/** Somebody of the programme, and their access token for the API. */
export interface ProgrammeMember {
  readonly userId: string;
  readonly token: string;
}

/** What it answers. */
export interface TenantReady {
  readonly kind: 'tenant';
  readonly origin: string;
  readonly app: AppRegistration;
  readonly members: readonly ProgrammeMember[];
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
  /** The product that runs now. */
  readonly product: ProductReady;
  /**
   * Ends the product as a power cut does and starts it on the same folder, as long afterwards as the
   * dead one's leases last; the tenant runs on.
   */
  killProduct(): Promise<void>;
  close(): Promise<void>;
}

export interface DeploymentOptions {
  /** A built page to serve beside the apps, under `/empty/`. */
  readonly emptyPage?: string;
  readonly licences?: number;
}

/** Splits a folder that `npm start` has filled into the two processes. */
export async function startDeployment(
  folder: string,
  { emptyPage, licences }: DeploymentOptions = {},
): Promise<Deployment> {
  const port = await freePorts();
  const tenant = await startTenant(folder, port, licences === undefined ? {} : { licences });
  const order: ProductOrder = {
    folder,
    port: port + 1,
    tenantOrigin: tenant.ready.origin,
    app: tenant.ready.app,
    ...(emptyPage === undefined ? {} : { emptyPage }),
  };
  const startProduct = () => startChild(productServer, order, isProduct);
  let product: ChildServer<ProductReady>;
  try {
    product = await startProduct();
  } catch (error) {
    await tenant.close();
    throw error;
  }
  return {
    tenant: tenant.ready,
    get product() {
      return product.ready;
    },
    async killProduct() {
      await product.kill();
      product = await startProduct();
    },
    async close() {
      await product.close();
      await tenant.close();
    },
  };
}

/** The tenant alone, for a product at the next port. */
export function startTenant(
  folder: string,
  port: number,
  options: Pick<DeploymentOptions, 'licences'>,
): Promise<ChildServer<TenantReady>> {
  const order: TenantOrder = { folder, port, ...options };
  return startChild(tenantServer, order, isTenant);
}

const kindOf = (message: unknown) =>
  typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;

function isTenant(message: unknown): message is TenantReady {
  return kindOf(message) === 'tenant';
}

function isProduct(message: unknown): message is ProductReady {
  return kindOf(message) === 'product';
}
