import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import type { HandOver } from '../handOver';
import type { Change, Step } from '../step';
import { appAspects } from './appAspects';
import { certificateChanges, renewalDays, validCertificates } from './certificateChanges';
import { consentChanges, missingConsent } from './consentChanges';
import {
  credentialFor,
  federatedPath,
  findManagedIdentity,
  isSameTrust,
  readFederatedCredentials,
  type FederatedCredential,
  type ManagedIdentity,
} from './federatedCredentials';
import { onceReplicated } from './onceReplicated';
import {
  applicationPath,
  findApp,
  findPrincipal,
  principalPath,
  readApp,
  readPrincipal,
  type RegisteredApp,
} from './registeredApp';
import { planAppRemoval } from './removal';
import { graphClientId, uniqueNameFor } from './wantedApp';

export interface EntraOptions {
  /** What people and admins see the app as. */
  readonly displayName: string;
  /** The PEM file with the app's certificate and key. */
  readonly keyFile: string | undefined;
  /** Nothing but a managed identity is to prove the app, though none may be there yet. */
  readonly noCertificate: boolean;
  /** The managed identity under which the API runs, by its principal id or client id. */
  readonly managedIdentity: string | undefined;
  /** Whether whoever signs in consents for everyone as well. */
  readonly consent: boolean;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const registering = {
  scope: 'Application.ReadWrite.All',
  why: 'to make the app registration and its enterprise application',
};
const needs = registering.scope;
const consenting = [
  {
    scope: 'AppRoleAssignment.ReadWrite.All',
    why: 'to consent to what the app does by itself (--consent)',
  },
  {
    scope: 'DelegatedPermissionGrant.ReadWrite.All',
    why: 'to consent to what the app does on behalf of people (--consent)',
  },
];

/** Entra's part of a deployment: the app registration, its certificate and its enterprise application. */
export function createEntraStep(options: EntraOptions): Step {
  const { consent, displayName, keyFile, wait } = options;
  return {
    name: 'entra',
    admin: consent ? 'Privileged Role Administrator' : 'Cloud Application Administrator',
    scopes: consent ? [registering, ...consenting] : [registering],

    async plan({ graph, handOver }) {
      const { domain } = handOver;
      const now = options.now();
      const [app, ofGraph] = [
        await findApp(graph, domain),
        await readPrincipal(graph, graphClientId),
      ];
      const principal = app && (await findPrincipal(graph, app.appId));
      const trusted = app ? await readFederatedCredentials(graph, app.appId) : [];
      const identity =
        options.managedIdentity === undefined
          ? undefined
          : await findManagedIdentity(graph, options.managedIdentity);
      const appNow = () => onceReplicated(() => readApp(graph, domain), wait);
      const write = async (body: (app: RegisteredApp) => Record<string, unknown>) => {
        const current = await appNow();
        await onceReplicated(() => graph.patch(applicationPath(domain), body(current)), wait);
      };

      const changes: Change[] = app ? [] : [creation(graph, domain, displayName)];
      for (const aspect of appAspects(domain, ofGraph)) {
        if (app && aspect.isMet(app)) continue;
        changes.push({
          what: aspect.what,
          why: aspect.why,
          needs,
          apply: () => write(aspect.body),
        });
      }
      changes.push(
        ...certificateChanges(app, {
          ...{ domain, keyFile, now },
          write: (change) =>
            write(({ keyCredentials }) => ({ keyCredentials: change(keyCredentials) })),
        }),
      );
      if (identity) {
        const wanted = credentialFor(handOver.tenantId, identity);
        if (!trusted.some((each) => isSameTrust(each, wanted))) {
          changes.push(
            trusting(identity, wanted, async ({ name, ...body }) => {
              const { appId } = await appNow();
              const path = `${federatedPath(appId)}(name='${name}')`;
              await onceReplicated(() => graph.patch(path, body, createIfMissing), wait);
            }),
          );
        }
      }
      if (!principal) {
        changes.push({
          what: 'Make its enterprise application (service principal)',
          why: 'Roles and consent hang on it, and the API can sign in only once it is there.',
          needs,
          apply: async () => {
            const { appId } = await appNow();
            // By our key and not by POST: a second time it is found instead of refused.
            await onceReplicated(
              () => graph.patch(principalPath(appId), { tags: [shownInPortal] }, createIfMissing),
              wait,
            );
          },
        });
      }
      if (consent) {
        const principalNow = async () => {
          const { appId } = await appNow();
          return onceReplicated(() => readPrincipal(graph, appId), wait);
        };
        const given = await consentChanges({
          graph,
          app: principal,
          ofGraph,
          appNow: principalNow,
        });
        changes.push(
          ...given.map((each) => ({ ...each, apply: () => onceReplicated(each.apply, wait) })),
        );
      }
      const missing = consent ? [] : await missingConsent(graph, principal, ofGraph);
      return {
        changes,
        conflicts: [
          ...(await conflictsOf(graph, domain, app)),
          ...proofConflicts(app, trusted, identity, options),
        ],
        outcome: async () => {
          const made = await appNow();
          return {
            handOver: {
              ...handOver,
              entra: {
                clientId: made.appId,
                appIdUri: `api://${domain}/${made.appId}`,
                displayName: made.displayName,
                certificates: validCertificates(made, now),
                ...managedIdentityOf(identity, handOver),
              },
            },
            byHand: [
              ...consentByHand(handOver.tenantId, made, missing),
              ...proofByHand(made, identity ? [identity] : trusted, now),
            ],
          };
        },
      };
    },

    planRemoval: planAppRemoval,
  };
}

/** The mark by which the Entra admin center lists an enterprise application. */
const shownInPortal = 'WindowsAzureActiveDirectoryIntegratedApp';
const createIfMissing = { headers: { Prefer: 'create-if-missing' } };

function creation(graph: GraphClient, domain: string, displayName: string): Change {
  return {
    what: `Make the app registration "${displayName}" for ${domain}`,
    why: `Tokens of Last Mile are for it. A later run finds it by the name ${uniqueNameFor(domain)}.`,
    needs,
    apply: async () => {
      // An upsert by a key of ours: whether or not an answer was lost, there is one registration.
      const body = { displayName, signInAudience: 'AzureADMyOrg' };
      await graph.patch(applicationPath(domain), body, createIfMissing);
    },
  };
}

function trusting(
  { name, principalId }: ManagedIdentity,
  wanted: FederatedCredential,
  write: (credential: FederatedCredential) => Promise<void>,
): Change {
  return {
    what: `Let the managed identity ${name} (${principalId}) prove itself as the app`,
    why: 'The API on Azure needs no certificate and no secret then, and nothing ends.',
    needs,
    apply: () => write(wanted),
  };
}

/** For the settings of the API: the identity that was named, or the one of an earlier run. */
function managedIdentityOf(identity: ManagedIdentity | null | undefined, { entra }: HandOver) {
  const clientId = identity?.clientId ?? entra?.managedIdentityClientId;
  return clientId === undefined ? {} : { managedIdentityClientId: clientId };
}

const claimant = z.object({ id: z.string(), appId: z.string(), displayName: z.string() });

async function conflictsOf(
  graph: GraphClient,
  domain: string,
  app: RegisteredApp | undefined,
): Promise<string[]> {
  const conflicts: string[] = [];
  const filter = encodeURIComponent(`identifierUris/any(u:startswith(u,'api://${domain}/'))`);
  const claiming = await graph.getAll(
    `/applications?$filter=${filter}&$select=id,appId,displayName`,
  );
  for (const each of claiming.map((found) => claimant.parse(found))) {
    if (each.id === app?.id) continue;
    conflicts.push(
      `The app registration "${each.displayName}" (${each.appId}) already stands for api://${domain}/, ` +
        'and one domain is one app. It was not made by this command: take the address from it, or ' +
        'delete it, in the Entra admin center.',
    );
  }
  return conflicts;
}

/** What keeps the app from proving itself; `identity` is null where the named one is none. */
function proofConflicts(
  app: RegisteredApp | undefined,
  trusted: readonly FederatedCredential[],
  identity: ManagedIdentity | null | undefined,
  { keyFile, noCertificate, managedIdentity, now }: EntraOptions,
): string[] {
  if (identity === null) {
    return [
      `The tenant has no managed identity ${managedIdentity ?? ''}. Give its principal id (azd env get-values: ` +
        'IDENTITY_PRINCIPAL_ID); one that Azure made just now may take some minutes to be known.',
    ];
  }
  if (keyFile !== undefined || noCertificate || identity !== undefined) return [];
  if (trusted.length > 0 || (app && validCertificates(app, now()).length > 0)) return [];
  return [
    'The app has no certificate that holds. Name a file with --certificate FILE: the one in it is ' +
      'taken, or a key is made there. Or --managed-identity ID, where the API runs under one on ' +
      'Azure; --no-certificate where it will, and is not there yet.',
  ];
}

const renewal = renewalDays * 86_400_000;

function consentByHand(tenantId: string, app: RegisteredApp, missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  return [
    `A Privileged Role Administrator or a Global Administrator consents to ${missing.join(', ')}: the ` +
      'app reads groups, people and reports by itself, which nobody else may allow. Here, or by this ' +
      `command with --consent:\nhttps://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${app.appId}`,
  ];
}

/** What a person has to do so that the app can prove itself, now and next month. */
function proofByHand(app: RegisteredApp, trusted: readonly unknown[], now: Date): string[] {
  if (validCertificates(app, now).length === 0) {
    if (trusted.length > 0) return [];
    return [
      'Nothing proves yet that the API is Last Mile. Run this step again with --managed-identity ID once ' +
        'Azure has made the identity (docs/operations.md), or with --certificate FILE.',
    ];
  }
  if (validCertificates(app, new Date(now.getTime() + renewal)).length > 0) return [];
  return [
    `Its certificate expires within ${renewalDays} days. Run this step with --certificate and a new file, give ` +
      'that to whoever runs the API, and the old one goes by itself once it has expired.',
  ];
}
