import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import type { Change, Step } from '../step';
import { appAspects } from './appAspects';
import { certificateChanges, validCertificates } from './certificateChanges';
import { consentChanges, missingConsent } from './consentChanges';
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
        conflicts: await conflictsOf(graph, domain, app, options),
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
              },
            },
            byHand: stillByHand(handOver.tenantId, made, missing, now),
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

const claimant = z.object({ id: z.string(), appId: z.string(), displayName: z.string() });

async function conflictsOf(
  graph: GraphClient,
  domain: string,
  app: RegisteredApp | undefined,
  { keyFile, now }: EntraOptions,
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
  if (keyFile === undefined && (!app || validCertificates(app, now()).length === 0)) {
    conflicts.push(
      'The app has no certificate that holds. Name a file with --certificate FILE: the one in it is ' +
        'taken, or a key is made there.',
    );
  }
  return conflicts;
}

const soon = 30 * 86_400_000;

function stillByHand(
  tenantId: string,
  app: RegisteredApp,
  missing: readonly string[],
  now: Date,
): string[] {
  const byHand: string[] = [];
  if (missing.length > 0) {
    byHand.push(
      `A Privileged Role Administrator or a Global Administrator consents to ${missing.join(', ')}: the ` +
        'app reads groups, people and reports by itself, which nobody else may allow. Here, or by this ' +
        `command with --consent:\nhttps://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${app.appId}`,
    );
  }
  const lasting = validCertificates(app, new Date(now.getTime() + soon));
  if (lasting.length === 0) {
    byHand.push(
      'Its certificate expires within 30 days. Run this step with --certificate and a new file, give ' +
        'that to whoever runs the API, and the old one goes by itself once it has expired.',
    );
  }
  return byHand;
}
