import * as z from 'zod/mini';
import { GraphError } from '../../graph/graphError';
import type { StepGround, StepPlan } from '../step';
import { findApp, findPrincipal } from './registeredApp';
import { uniqueNameFor } from './wantedApp';

const assignment = z.object({ principalType: z.string() });

/** The registration goes with everything that hangs on it; only the one a run of ours made is found. */
export async function planAppRemoval({ graph, handOver }: StepGround): Promise<StepPlan> {
  const { entra, ...rest } = handOver;
  const app = await findApp(graph, handOver.domain);
  const principal = app && (await findPrincipal(graph, app.appId));
  const held = principal
    ? await graph.getAll(`/servicePrincipals/${principal.id}/appRoleAssignedTo`)
    : [];
  const people = held.filter((each) => assignment.parse(each).principalType !== 'ServicePrincipal');
  const conflicts =
    entra && entra.clientId !== app?.appId
      ? [
          `The hand-over names the app ${entra.clientId}, which was not made by this command (it has ` +
            `not the name ${uniqueNameFor(handOver.domain)}): delete it in the Entra admin center.`,
        ]
      : [];
  const changes = app
    ? [
        {
          what: `Delete the app registration "${app.displayName}" (${app.appId}) and its enterprise application`,
          why: 'Nobody and nothing signs in as Last Mile or to it after that.',
          loses:
            `the app roles of ${people.length} ${people.length === 1 ? 'person or group' : 'people and groups'}, every consent, all certificates and ` +
            'the trust in managed identities. ' +
            'Entra keeps the registration for 30 days under Deleted applications.',
          apply: () => unlessGone(graph.delete(`/applications/${app.id}`)),
        },
      ]
    : [];
  return {
    changes,
    conflicts,
    outcome: () => ({
      handOver: rest,
      byHand: app
        ? ['Destroy the key file: it opens nothing any more, and is a secret still.']
        : [],
    }),
  };
}

/** After a lost answer it is asked for again, and may be gone by then. */
async function unlessGone(removed: Promise<void>): Promise<void> {
  try {
    await removed;
  } catch (error) {
    if (!(error instanceof GraphError) || error.status !== 404) throw error;
  }
}
