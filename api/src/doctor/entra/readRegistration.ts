import type { AppConfig } from '../../config';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import { appAspects } from '../../provision/entra/appAspects';
import { readAppOf, readPrincipal, type RegisteredApp } from '../../provision/entra/registeredApp';
import { graphClientId } from '../../provision/entra/wantedApp';

interface RegistrationGround {
  readonly config: AppConfig;
  readonly graph: () => Promise<GraphClient>;
}

/** The registration and what it lacks; null where the app may not read it. */
export type Registration = {
  readonly app: RegisteredApp;
  /** What provisioning would still write, in its own words. */
  readonly lacks: readonly string[];
} | null;

export async function readRegistration({
  graph,
  config,
}: RegistrationGround): Promise<Registration> {
  try {
    const asApp = await graph();
    const [app, ofGraph] = await Promise.all([
      readAppOf(asApp, config.clientId),
      readPrincipal(asApp, graphClientId),
    ]);
    const aspects = appAspects(new URL(config.publicOrigin).hostname, ofGraph);
    return { app, lacks: aspects.filter(({ isMet }) => !isMet(app)).map(({ what }) => what) };
  } catch (error) {
    if (error instanceof GraphError && error.status === 403) return null;
    throw error;
  }
}
