import { randomUUID } from 'node:crypto';
import { laterContent, libraryItem } from '@last-mile/shared/library';
import { createHostPages } from '../../api/local-tenant/hosts/createHostPages';
import { listenLocalTenant } from '../../api/local-tenant/server';
import { listenProduct } from '../../api/local-tenant/startup/listenProduct';
import type { TenantSwitches } from '../../api/local-tenant/storage/switches';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../api/local-tenant/testProduct';
import { builtFolders } from '../../api/src/config';
import { freePorts } from '../setup/product';

/** A small organisation behind real addresses, whose Entra the test holds in its hands. */
export interface SignInStage extends TestProduct {
  readonly hostOrigin: string;
  readonly origin: string;
  /** Publishes a template in the first programme, written and approved by two people. */
  publish(title: string): Promise<void>;
}

export async function createSignInStage(
  switches: Partial<TenantSwitches> = {},
): Promise<SignInStage> {
  const port = await freePorts();
  const hostOrigin = `http://localhost:${port}`;
  const origin = `http://localhost:${port + 1}`;
  const it = await createTestProduct({
    ...{ publicOrigin: origin, hostOrigins: [hostOrigin], folders: builtFolders() },
    switches: { enforceLimits: false, ...switches },
  });
  const { tenant, product } = it;
  const host = await listenLocalTenant({
    ...{ tenant, port },
    pages: createHostPages({
      ...{ tenant, productOrigin: origin, tenantOrigin: hostOrigin },
      featuredPeople: Object.values(people).map((userId) => ({ userId, note: 'Example' })),
    }),
  });
  const server = await listenProduct(product, port + 1, hostOrigin);

  async function done(as: PersonName, path: string, body?: object): Promise<unknown> {
    const response = await it.ask(as, path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    ...it,
    ...{ hostOrigin, origin },
    async publish(title) {
      const clientKey = randomUUID();
      const content = {
        ...{ kind: 'template', title, purpose: 'Says what is meant.', body: '<p>In short.</p>' },
        ...{ subject: 'In short', jobFamilies: [], taskKey: null, assistant: null },
        ...{ language: 'en-GB', tags: [], checkBeforeTrusting: 'Dates.' },
        ...laterContent,
      };
      await done('carol', '/api/library/drafts', { clientKey, content });
      await it.settle();
      const { eTag } = libraryItem.parse(await done('bob', `/api/library/${clientKey}`));
      await done('bob', `/api/library/${clientKey}/publication`, { eTag });
      await it.settle();
    },
    async close() {
      await server.close();
      await host.close();
      await it.close();
    },
  };
}
