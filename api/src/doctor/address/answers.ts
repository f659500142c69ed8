import * as z from 'zod/mini';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { Answer } from './publicAddress';

/** Whether the API itself answers behind the address. */
export function judgeHealth({ status, body }: Answer): Finding {
  if (status === 200 && body.includes('"status"')) return ok('/api/health answers');
  if (status === 200) {
    return problem(
      '/api/health is answered by something else',
      'the tab and the pane get no figures and no library',
      'Let the proxy in front pass every path of the host on to the API, unchanged.',
    );
  }
  return problem(
    `/api/health answers ${status}`,
    'the tab and the pane get no figures and no library',
    'Look at the log of the API: it says at its start, or in the same minute, what is missing.',
  );
}

export const healthCheck: Check<Ground> = {
  id: 'address.health',
  title: 'API behind the public host',
  look: async ({ address }) => judgeHealth(await address.get('/api/health')),
};

const addins = '/.well-known/microsoft-officeaddins-allowed.json';
const allowed = z.object({ allowed: z.array(z.string()) });

/** Whether classic Outlook for Windows finds our events' script listed. */
export function judgeAddins(origin: string, { status, body }: Answer): Finding {
  const script = `${origin}/pane/events.js`;
  const listed = status === 200 ? allowed.safeParse(toValue(body)).data?.allowed : undefined;
  if (listed?.includes(script)) return ok(`${addins} names the pane’s script`);
  return problem(
    status === 200 ? `${addins} does not name ${script}` : `${addins} answers ${status}`,
    'classic Outlook for Windows does not let the check on send ask this host',
    'Let the proxy in front pass /.well-known/ on to the API, and set PUBLIC_ORIGIN to the address people use.',
  );
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const addinsCheck: Check<Ground> = {
  id: 'address.addins',
  title: 'Scripts Outlook may run',
  look: async ({ address, config }) => judgeAddins(config.publicOrigin, await address.get(addins)),
};
