import { Hono } from 'hono';
import type { AppEnv } from './appEnv';
import { pageHeaders } from './contentSecurity';

/**
 * Where classic Outlook for Windows looks up which scripts may ask this origin, or ask for a token for
 * it, from an event. Ours asks for neither today; listed it can be told from a stranger's.
 */
export function officeAddins(publicOrigin: string) {
  return new Hono<AppEnv>().get('/.well-known/microsoft-officeaddins-allowed.json', (c) =>
    c.json({ allowed: [`${publicOrigin}/pane/events.js`] }, 200, {
      ...pageHeaders,
      'Cache-Control': 'public, max-age=3600',
    }),
  );
}
