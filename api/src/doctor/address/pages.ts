import * as z from 'zod/mini';
import type { AppConfig } from '../../config';
import { contentSecurityPolicy } from '../../http/contentSecurity';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { Answer } from './publicAddress';

type PageName = 'tab' | 'pane';

const shownConfig = z.object({
  clientId: z.string(),
  tenantId: z.string(),
  apiScope: z.string(),
});

const configScript = /<script type="application\/json" id="last-mile-config">(.*?)<\/script>/s;

/** Whether a page is ours, may be framed by its hosts and runs with the settings that are looked at. */
export function judgePage(page: PageName, config: AppConfig, answer: Answer): Finding {
  const path = `/${page}/`;
  const broken = `people see an empty ${page}`;
  if (answer.status !== 200) {
    return problem(
      `${path} answers ${answer.status}`,
      broken,
      'Build the apps into the image (npm run build), or let APPS_FOLDER lead to them.',
    );
  }
  const settings = readShown(answer.body);
  if (settings === null) {
    return problem(
      `${path} is not a page of Last Mile`,
      broken,
      'Let the proxy in front pass every path of the host on to the API, unchanged.',
    );
  }
  const expected = {
    clientId: config.clientId,
    tenantId: config.tenantId,
    apiScope: `${config.appIdUri}/access_as_user`,
  };
  const others = Object.entries(expected).filter(
    ([name, value]) => settings[name as keyof typeof expected] !== value,
  );
  if (others.length > 0) {
    return problem(
      `the API behind the address runs with another ${others.map(([name]) => name).join(', ')}`,
      'what is looked at here is not what people use',
      'Run npm run doctor with the settings of the running API, or restart the API with these.',
    );
  }
  return judgeFraming(page, config, answer);
}

function judgeFraming(page: PageName, config: AppConfig, answer: Answer): Finding {
  const path = `/${page}/`;
  const notFramed = 'Teams and Outlook may not show it in a frame: people see an empty page';
  if (answer.header('x-frame-options') !== null) {
    return problem(
      `${path} comes with X-Frame-Options, which the API does not send`,
      notFramed,
      'Take the header X-Frame-Options out of the proxy in front of the API.',
    );
  }
  const wanted = ancestorsOf(contentSecurityPolicy(page, '', config.hostOrigins));
  const has = new Set(ancestorsOf(answer.header('content-security-policy') ?? ''));
  const missing = wanted.filter((host) => !has.has(host));
  if (missing.length > 0) {
    return problem(
      `the Content-Security-Policy of ${path} lacks frame-ancestors ${missing.join(' ')}`,
      notFramed,
      'Let the proxy in front pass the header Content-Security-Policy on as the API sends it.',
    );
  }
  return ok(`${path} answers, for the hosts that may frame it`);
}

const ancestorsOf = (policy: string) =>
  policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .find(([name]) => name === 'frame-ancestors')
    ?.slice(1) ?? [];

function readShown(html: string): z.infer<typeof shownConfig> | null {
  const json = configScript.exec(html)?.[1];
  if (json === undefined) return null;
  try {
    return shownConfig.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const pageCheck = (page: PageName, title: string): Check<Ground> => ({
  id: `address.${page}`,
  title,
  look: async ({ address, config }) => judgePage(page, config, await address.get(`/${page}/`)),
});

export const tabCheck = pageCheck('tab', 'Page of the tab');
export const paneCheck = pageCheck('pane', 'Page of the pane');
