import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createLocalTenant,
  localSiteId,
  type LocalTenant,
} from '../../api/local-tenant/localTenant';
import { benchLine, median, type Bench } from './benchLine';

const admin = '1a57a171-1e00-4c11-8d00-c11e47000002';
const graph = 'https://graph.microsoft.com';
const rows = 30_000;
const times = 200;

/**
 * What the local tenant itself takes, so that the product's figures can be read beside it: one request
 * after the other, in process, on a list of 30,000 items that is kept on disk.
 */
export const tenantBench: Bench = {
  lines: [
    'tenant.item.create',
    'tenant.item.read',
    'tenant.item.edit',
    'tenant.item.byKey',
    'tenant.delta.change',
    'tenant.batch.20',
    'tenant.page.5000',
  ],
  async *run(wanted) {
    const folder = await mkdtemp(join(tmpdir(), 'last-mile-tenant-'));
    const tenant = await createLocalTenant({ folder, switches: { enforceLimits: false } });
    try {
      const send = await senderTo(tenant);
      const list = await fill(send);
      for (const [name, measure] of Object.entries(measures(send, list))) {
        if (wanted.includes(name)) yield benchLine(name, await measure(), 'ms');
      }
    } finally {
      await tenant.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Answer {
  readonly id: string;
  readonly value: readonly unknown[];
  readonly responses: readonly { readonly status: number }[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink': string;
}

type Send = (method: string, address: string, body?: unknown) => Promise<Answer>;

async function senderTo(tenant: LocalTenant): Promise<Send> {
  tenant.directory.registerApp({
    clientId: admin,
    displayName: 'Bench',
    secret: 'only in the bench',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  const authorization = `Bearer ${await tenant.entra.appToken(admin, graph)}`;
  return async (method, address, body) => {
    const response = await tenant.send(
      new Request(address.startsWith('https:') ? address : `${graph}/v1.0${address}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status}`);
    return (await response.json()) as Answer;
  };
}

const row = (at: number) => ({
  Title: `Prompt ${at}`,
  ClientKey: `key-${at}`,
  Body: 'Write a first draft of the memo. '.repeat(20),
});

async function fill(send: Send): Promise<string> {
  const { id } = await send('POST', `/sites/${localSiteId}/lists`, {
    displayName: 'Bench',
    columns: [
      { name: 'ClientKey', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Body', text: { allowMultipleLines: true } },
    ],
  });
  const list = `/sites/${localSiteId}/lists/${id}`;
  for (let from = 0; from < rows; from += 20) await createTwenty(send, list, from);
  return list;
}

async function createTwenty(send: Send, list: string, from: number): Promise<void> {
  const { responses } = await send('POST', '/$batch', {
    requests: Array.from({ length: 20 }, (_, at) => ({
      id: String(at),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: row(from + at) },
    })),
  });
  if (responses.some(({ status }) => status !== 201)) throw new Error('A batch was not taken.');
}

function measures(send: Send, list: string): Readonly<Record<string, () => Promise<number>>> {
  let next = rows;
  const create = () => send('POST', `${list}/items`, { fields: row(next++) });
  const idAt = (at: number) => 1 + ((at * 7919) % rows);
  return {
    'tenant.item.create': () => medianOf(times, create),
    'tenant.item.read': () =>
      medianOf(times, (at) => send('GET', `${list}/items/${idAt(at)}?$expand=fields`)),
    'tenant.item.edit': () =>
      medianOf(times, (at) =>
        send('PATCH', `${list}/items/${idAt(at)}/fields`, { Title: `Edited ${at}` }),
      ),
    'tenant.item.byKey': () =>
      medianOf(times, async (at) => {
        const key = `key-${idAt(at)}`;
        const address = `${list}/items?$expand=fields&$filter=fields/ClientKey eq '${key}'`;
        const { value } = await send('GET', address);
        if (value.length !== 1) throw new Error(`${key} was not found.`);
      }),
    'tenant.delta.change': async () => {
      const latest = await send('GET', `${list}/items/delta?token=latest`);
      let link = latest['@odata.deltaLink'];
      const taken: number[] = [];
      for (let at = 0; at < times; at++) {
        await create();
        const startedAt = performance.now();
        const change = await send('GET', link);
        taken.push(performance.now() - startedAt);
        if (change.value.length !== 1) throw new Error('The change is not in the delta.');
        link = change['@odata.deltaLink'];
      }
      return median(taken);
    },
    'tenant.batch.20': () =>
      medianOf(50, async () => {
        await createTwenty(send, list, next);
        next += 20;
      }),
    'tenant.page.5000': async () => {
      const taken: number[] = [];
      let link: string | undefined = `${list}/items?$top=5000&$expand=fields`;
      while (link !== undefined && taken.length < 6) {
        const startedAt = performance.now();
        const page: Answer = await send('GET', link);
        taken.push(performance.now() - startedAt);
        if (page.value.length !== 5000) throw new Error('A page is not full.');
        link = page['@odata.nextLink'];
      }
      return median(taken);
    },
  };
}

async function medianOf(count: number, run: (at: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < count; at++) {
    const startedAt = performance.now();
    await run(at);
    taken.push(performance.now() - startedAt);
  }
  return median(taken);
}
