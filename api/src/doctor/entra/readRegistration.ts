import type { AppConfig } from '../../config';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import { appAspects } from '../../provision/entra/appAspects';
import {
  readFederatedCredentials,
  type FederatedCredential,
} from '../../provision/entra/federatedCredentials';
import { readAppOf, readPrincipal, type RegisteredApp } from '../../provision/entra/registeredApp';
import { graphClientId } from '../../provision/entra/wantedApp';

interface RegistrationGround {
  readonly config: AppConfig;
  /** As the administrator who signed in, or as the app. */
  readonly registry: () => Promise<GraphClient>;
}

/**
 * The registration and what it lacks; null where the app may not read it. Throws GraphError 404 where an
 * administrator may, and this tenant has none of that client id.
 */
export type Registration = {
  readonly app: RegisteredApp;
  /** Whose tokens Entra takes as the app's own. */
  readonly trusted: readonly FederatedCredential[];
  /** What provisioning would still write, in its own words. */
  readonly lacks: readonly string[];
} | null;

export async function readRegistration({
  registry,
  config,
}: RegistrationGround): Promise<Registration> {
  try {
    const graph = await registry();
    const [app, trusted, ofGraph] = await Promise.all([
      readAppOf(graph, config.clientId),
      readFederatedCredentials(graph, config.clientId),
      readPrincipal(graph, graphClientId),
    ]);
    const aspects = appAspects(new URL(config.publicOrigin).hostname, ofGraph);
    const lacks = aspects.filter(({ isMet }) => !isMet(app)).map(({ what }) => what);
    return { app, trusted, lacks };
  } catch (error) {
    if (error instanceof GraphError && error.status === 403) return null;
    throw error;
  }
}
