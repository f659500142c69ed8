import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import type { AppConfig } from '../config';
import { ok, problem, type Check, type Finding } from './finding';
import type { Ground } from './ground';

/** As much of a manifest as has to agree with the deployment. */
const manifest = z.object({
  id: z.optional(z.string()),
  version: z.string(),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  staticTabs: z.optional(z.unknown()),
  extensions: z.optional(z.unknown()),
});

export type Manifest = z.infer<typeof manifest>;

/** The manifest in an app package; null where the bytes are something else. */
export function readManifest(zip: Uint8Array): Manifest | null {
  try {
    const file = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' })[
      'manifest.json'
    ];
    return file ? (manifest.safeParse(JSON.parse(strFromU8(file))).data ?? null) : null;
  } catch {
    return null;
  }
}

type Identity = Pick<AppConfig, 'appIdUri' | 'clientId' | 'publicOrigin'>;

const makeAnew = ({ publicOrigin, clientId }: Identity) =>
  `Make it anew, with a higher version: npm run package -- --domain ${new URL(publicOrigin).hostname} --client-id ${clientId} --out out`;

/** Whether every page the package opens is on the deployment's host. */
function judgeDomain(config: Identity, { validDomains, ...pages }: Manifest): Finding {
  const host = new URL(config.publicOrigin).hostname;
  const others = [
    ...new Set([
      ...validDomains.filter((domain) => domain !== host),
      ...hostsIn([pages.staticTabs, pages.extensions]).filter((named) => named !== host),
    ]),
  ];
  if (others.length === 0 && validDomains.includes(host)) return ok(`made for ${host}`);
  return problem(
    `the package is for ${others.join(', ') || 'no domain'}, the deployment is ${host}`,
    'Teams and Outlook open pages that are not there, or refuse to',
    makeAnew(config),
  );
}

/** Whether tokens that the package asks for are meant for the deployment's API. */
function judgeRegistration(config: Identity, { webApplicationInfo }: Manifest): Finding {
  const { id, resource } = webApplicationInfo;
  if (id !== config.clientId) {
    return problem(
      `its webApplicationInfo.id is ${id}, CLIENT_ID is ${config.clientId}`,
      'the API refuses every token of the tab and the pane',
      makeAnew(config),
    );
  }
  if (resource !== config.appIdUri) {
    return problem(
      `its webApplicationInfo.resource is ${resource}, APP_ID_URI is ${config.appIdUri}`,
      'Teams gives the tab no token for the API',
      makeAnew(config),
    );
  }
  return ok('made for this app registration');
}

/** Host names of the addresses anywhere in a value. */
function hostsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^https?:\/\//.test(value) && URL.canParse(value) ? [new URL(value).hostname] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(hostsIn);
}

/** The checks of an app package against the deployment it is meant for; null is no app package. */
export function packageChecks(read: Manifest | null): readonly Check<Ground>[] {
  const judged = (judge: (config: Identity, of: Manifest) => Finding) => (ground: Ground) =>
    Promise.resolve(
      read
        ? judge(ground.config, read)
        : problem(
            'the file is no app package: it has no manifest that can be read',
            'the Teams admin center refuses it',
            makeAnew(ground.config),
          ),
    );
  return [
    { id: 'package.domain', title: 'Package: domain', look: judged(judgeDomain) },
    { id: 'package.app', title: 'Package: app registration', look: judged(judgeRegistration) },
  ];
}
