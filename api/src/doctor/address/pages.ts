import * as z from 'zod/mini';
import type { AppConfig } from '../../config';
import { contentSecurityPolicy } from '../../http/contentSecurity';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { Answer } from './publicAddress';

interface BuiltPage {
  readonly path: string;
  /** What happens to people without it. */
  readonly broken: string;
  /** Whether it comes with the headers it needs where it is shown. */
  readonly judgeHeaders: (config: AppConfig, answer: Answer) => Finding;
}

type PageName = 'tab' | 'pane' | 'signIn';

const pages: Readonly<Record<PageName, BuiltPage>> = {
  tab: {
    path: '/tab/',
    broken: 'people see an empty tab',
    judgeHeaders: (config, answer) => judgeFraming('tab', config, answer),
  },
  pane: {
    path: '/pane/',
    broken: 'people see an empty pane',
    judgeHeaders: (config, answer) => judgeFraming('pane', config, answer),
  },
  signIn: {
    path: '/pane/sign-in.html',
    broken: 'in perpetual and older Outlooks nobody can sign in to the pane',
    judgeHeaders: judgeWindow,
  },
};

const shownConfig = z.object({
  clientId: z.string(),
  tenantId: z.string(),
  apiScope: z.string(),
});

const configScript = /<script type="application\/json" id="last-mile-config">(.*?)<\/script>/s;

/** Whether a page is ours, runs with the settings that are looked at and may be shown where it has to be. */
export function judgePage(page: PageName, config: AppConfig, answer: Answer): Finding {
  const { path, broken, judgeHeaders } = pages[page];
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
  return judgeHeaders(config, answer);
}

function judgeFraming(page: 'tab' | 'pane', config: AppConfig, answer: Answer): Finding {
  const { path } = pages[page];
  const notFramed = 'Teams and Outlook may not show it in a frame: people see an empty page';
  if (answer.header('x-frame-options') !== null) {
    return problem(
      `${path} comes with X-Frame-Options, which the API does not send`,
      notFramed,
      'Take the header X-Frame-Options out of the proxy in front of the API.',
    );
  }
  const missing = lackingIn(answer, contentSecurityPolicy(page, '', config.hostOrigins), [
    'frame-ancestors',
  ]);
  if (missing !== undefined) return policySpoiled(path, missing, notFramed);
  return ok(`${path} answers, for the hosts that may frame it`);
}

/**
 * The page stands in a window of Outlook's that has to keep its opener, to load Office.js and to reach
 * Entra (decision 0052).
 */
function judgeWindow(_config: AppConfig, answer: Answer): Finding {
  const { path } = pages.signIn;
  const opener = answer.header('cross-origin-opener-policy');
  if (opener !== null && opener.trim() !== 'unsafe-none') {
    return problem(
      `${path} comes with Cross-Origin-Opener-Policy: ${opener}, which the API does not send`,
      'the window loses the Outlook that opened it: who signs in there stays signed out in the pane',
      'Take the header Cross-Origin-Opener-Policy out of the proxy in front of the API.',
    );
  }
  const missing = lackingIn(answer, contentSecurityPolicy('signIn', '', []), [
    'script-src',
    'connect-src',
  ]);
  if (missing !== undefined) {
    return policySpoiled(path, missing, 'the window can load no Office.js or not reach Entra');
  }
  return ok(`${path} answers, and may run in a window of Outlook’s`);
}

const policySpoiled = (path: string, missing: string, why: string): Finding =>
  problem(
    `the Content-Security-Policy of ${path} lacks ${missing}`,
    why,
    'Let the proxy in front pass the header Content-Security-Policy on as the API sends it.',
  );

/** The first of the directives in which the answer's policy lets in less than ours, with what it lacks. */
function lackingIn(
  answer: Answer,
  policy: string,
  directives: readonly string[],
): string | undefined {
  const sent = answer.header('content-security-policy') ?? '';
  for (const directive of directives) {
    const has = new Set(sourcesOf(sent, directive));
    const missing = sourcesOf(policy, directive).filter((source) => !has.has(source));
    if (missing.length > 0) return `${directive} ${missing.join(' ')}`;
  }
  return undefined;
}

const sourcesOf = (policy: string, directive: string) =>
  policy
    .split(';')
    .map((each) => each.trim().split(/\s+/))
    .find(([name]) => name === directive)
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
  look: async ({ address, config }) => judgePage(page, config, await address.get(pages[page].path)),
});

export const tabCheck = pageCheck('tab', 'Page of the tab');
export const paneCheck = pageCheck('pane', 'Page of the pane');
export const signInPageCheck = pageCheck('signIn', 'Page of the sign-in window');
