import { randomUUID } from 'node:crypto';
import { laterContent, type LibraryContent } from '@last-mile/shared/library';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { localSiteId, localTenantId } from '../../api/local-tenant/localTenant';
import { createLoopbackSend } from '../../api/local-tenant/loopbackSend';
import { featuredId } from '../../api/local-tenant/sample/people';
import { createProgramme } from '../../api/local-tenant/sample/programme';
import { openDataFolder } from '../../api/local-tenant/startup/dataFolder';
import { productClientId } from '../../api/local-tenant/startup/registerApps';
import {
  contentFields,
  draftRecord,
  recordFields,
} from '../../api/src/features/library/libraryList';
import {
  librarySettingsFields,
  programmeFields,
} from '../../api/src/features/programme/programmesList';
import { workflowFields } from '../../api/src/features/workflows/workflowsList';
import { createGraphClient } from '../../api/src/graph/graphClient';
import { createGraphTokens } from '../../api/src/graph/tokens';
import type { Fields } from '../../api/src/sync/listDefinition';
import { launchBrowser } from '../setup/browser';
import { startProduct, type Product } from '../setup/product';
import { pressOn, tabTo } from './keyboard';
import { overflowOf } from './narrow';
import { arrive, people } from './person';

vi.setConfig({ testTimeout: 240_000 });

const tax = randomUUID();
const letters = randomUUID();
let browser: Browser;
/** An organisation with a second programme, whose champion is the deputy of the first. */
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
  await addSecondProgramme(product);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** An administrator adds a programme that shares its library, with two texts that wait there. */
async function addSecondProgramme({ hostOrigin, folder }: Product) {
  const send = createLoopbackSend(hostOrigin);
  const { clientSecret } = await openDataFolder(folder);
  const tokens = createGraphTokens({
    ...{ tenantId: localTenantId, clientId: productClientId, send },
    credential: { kind: 'secret', secret: clientSecret },
  });
  const graph = createGraphClient({ send, getToken: tokens.forApp, version: 'tests' });
  const add = (list: string, clientKey: string, columns: Fields) => {
    const filled = Object.entries(columns).filter(([, value]) => value !== null);
    return graph.post(`/sites/${localSiteId}/lists/${list}/items`, {
      fields: { ...Object.fromEntries(filled), ClientKey: clientKey },
    });
  };
  await add('Programmes', tax, {
    ...programmeFields({
      ...createProgramme('2026-01-05'),
      ...{ clientKey: tax, name: 'Tax every day', ownerId: featuredId('deputy'), deputyIds: [] },
      ...{ groupId: randomUUID(), channelId: null },
      jobFamilies: [{ id: 'tax', name: 'Client advisers' }],
    }),
    ...librarySettingsFields({
      ...{ reviewAfterDays: 90, sharesLibrary: true, librariesFrom: [], tagNames: [] },
    }),
  });
  await add(
    'Workflows',
    letters,
    workflowFields(
      {
        ...{ clientKey: letters, task: 'Year-end letter' },
        jobFamily: 'tax',
        purpose: '',
        steps: [],
      },
      tax,
    ),
  );
  for (const [title, taskKey] of [
    ['Letter at the year’s end', letters],
    ['Reminder of the papers', null],
  ] as const) {
    const record = draftRecord({
      ...{ programmeKey: tax, origin: 'written', status: 'inReview' },
      authorId: featuredId('owner'),
    });
    await add('Library', randomUUID(), {
      ...contentFields(contentOf(title, taskKey)),
      ...recordFields(record),
    });
  }
}

function contentOf(title: string, taskKey: string | null): LibraryContent {
  return {
    ...{ kind: 'prompt', title, purpose: 'Tells the client what is missing.', subject: null },
    body: `Write about “${title}” to {{client}}, politely, in five sentences.`,
    ...{ jobFamilies: ['tax'], taskKey, assistant: 'Copilot Chat', language: 'en', tags: [] },
    ...{ checkBeforeTrusting: 'Dates and amounts.', ...laterContent },
  };
}

test('a champion copies what another programme shares, at a desk and at 320 pixels, by keyboard alone', async () => {
  const lender = await arrive(browser, product.hostOrigin, people.deputy);
  const waiting = async () => {
    const queue = await lender.openTab({ subPageId: 'library/review' });
    return queue.getByRole('button', { name: 'Publish', exact: true });
  };
  await expect
    .poll(async () => (await waiting()).count(), { timeout: 120_000, interval: 3_000 })
    .toBe(2);
  for (const left of [1, 0]) {
    const publish = await waiting();
    await publish.first().press('Enter');
    await expect.poll(() => publish.count()).toBe(left);
  }
  await lender.leave();

  for (const [width, title] of [
    [1280, 'Letter at the year’s end'],
    [320, 'Reminder of the papers'],
  ] as const) {
    const champion = await arrive(browser, product.hostOrigin, people.owner, {
      viewport: { width, height: 800 },
    });
    const { page } = champion;
    const tab = await champion.openTab({ subPageId: 'library/import' });
    await pressOn(page, tab.getByRole('link', { name: 'Tax every day' }));
    await pressOn(page, tab.getByRole('checkbox', { name: title }), 'Space');
    await pressOn(page, tab.getByRole('button', { name: `Show the text of ${title}` }));
    await tab.getByText('politely, in five sentences').waitFor();
    const families = tab.getByRole('group', { name: 'Their job families' });
    await tabTo(page, families.getByRole('combobox', { name: 'Client advisers' }));
    expect(await overflowOf(tab)).toBeLessThanOrEqual(0);
    expect(await champion.violations()).toEqual([]);
    await pressOn(page, tab.getByRole('button', { name: 'Copy 1 item as a draft' }));
    await tab.getByText(/1 prompt imported as a draft/).waitFor();
    expect(await overflowOf(tab)).toBeLessThanOrEqual(0);
    await pressOn(page, tab.getByRole('link', { name: 'Show drafts' }));
    await pressOn(page, tab.getByRole('link', { name: title }));
    await tab.getByText(/Copied from Tax every day, version 1/).waitFor();

    const again = await champion.openTab({ subPageId: 'library/import' });
    const past = again.getByRole('row').filter({ hasText: 'Tax every day' }).first();
    await pressOn(page, past.getByRole('button', { name: /^Take back/ }));
    await again.getByText('1 draft removed.').waitFor({ timeout: 60_000 });
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  }

  const sponsor = await arrive(browser, product.hostOrigin, people.sponsor);
  const refused = await sponsor.openTab({ subPageId: `library/import/${tax}` });
  await refused.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await sponsor.leave();
});
