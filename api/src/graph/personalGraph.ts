import { createGraphClient, type GraphClient } from './graphClient';
import { interactive } from './patience';
import type { Send } from './send';
import type { GraphTokens } from './tokens';

/**
 * Graph with the rights of whoever holds a token for our API, within these delegated scopes. Rejects with
 * InteractionRequired where they have to consent or sign in again first.
 */
export type GraphAs = (userToken: string, scopes: readonly string[]) => Promise<GraphClient>;

export function createPersonalGraph(settings: {
  readonly tokens: Pick<GraphTokens, 'onBehalfOf'>;
  readonly send: Send;
  readonly version: string;
}): GraphAs {
  const { tokens, send, version } = settings;
  return async (userToken, scopes) => {
    const getToken = () => tokens.onBehalfOf(userToken, scopes);
    // Asked for at once: inside the Graph client what Entra asks of the person would look like no answer.
    await getToken();
    return createGraphClient({ send, getToken, version, patience: interactive });
  };
}
