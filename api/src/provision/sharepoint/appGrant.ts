import * as z from 'zod/mini';
import type { Change } from '../step';
import { settle } from './settle';
import type { Site } from './site';

/** An app as it is granted a site: by its client id, and by the name an owner sees there. */
export interface GrantedApp {
  readonly clientId: string;
  readonly displayName: string;
}

const permission = z.object({
  id: z.string(),
  roles: z.optional(z.array(z.string())),
  grantedToIdentitiesV2: z.optional(z.array(z.unknown())),
  grantedToIdentities: z.optional(z.array(z.unknown())),
  grantedToV2: z.optional(z.unknown()),
  grantedTo: z.optional(z.unknown()),
});

/** The grant of one app on a site under the Selected model; null where it has none. */
async function readGrant({ graph, id }: Site, app: Pick<GrantedApp, 'clientId'>) {
  const all = (await graph.getAll(`/sites/${id}/permissions`)).map((each) =>
    permission.parse(each),
  );
  const clientId = app.clientId.toLowerCase();
  return all.find((each) => JSON.stringify(each).toLowerCase().includes(clientId)) ?? null;
}

const writes = (roles: readonly string[] | undefined) =>
  roles?.some((role) => role !== 'read') ?? false;

/** Lets the app write to this site and to no other (`Sites.Selected`). */
export async function planGrant(site: Site, app: GrantedApp): Promise<Change[]> {
  const mine = await readGrant(site, app);
  if (writes(mine?.roles)) return [];
  const path = `/sites/${site.id}/permissions`;
  const roles = ['write'];
  const application = { id: app.clientId, displayName: app.displayName };
  return [
    {
      what: `let ${app.displayName} (${app.clientId}) write to this site, and to no other`,
      why: 'the app reads and writes the lists by itself; Sites.Selected alone opens no site',
      apply: () =>
        settle(
          () =>
            mine
              ? site.graph.patch(`${path}/${encodeURIComponent(mine.id)}`, { roles })
              : site.graph.post(path, { roles, grantedTo: [{ application }] }),
          async () => writes((await readGrant(site, app))?.roles),
        ),
    },
  ];
}

/** Takes the app's grant away; what it kept is untouched by that. */
export async function planGrantRemoval(site: Site, app: GrantedApp): Promise<Change[]> {
  const mine = await readGrant(site, app);
  if (!mine) return [];
  return [
    {
      what: `take from ${app.displayName} (${app.clientId}) its access to this site`,
      why: 'nothing writes to the lists while they are removed, or after',
      apply: () =>
        settle(
          () => site.graph.delete(`/sites/${site.id}/permissions/${encodeURIComponent(mine.id)}`),
          async () => (await readGrant(site, app)) === null,
        ),
    },
  ];
}
