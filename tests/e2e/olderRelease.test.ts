import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

/** The part is gone from the server once, as after an update; the next page fetches its own. */
const goneOnce = (page: Page, part: string) =>
  page.route(part, (route) => route.fulfill({ status: 404, body: '' }), { times: 1 });

/** What the server answers for a page of the tab is of another release than the one that runs. */
const newerTab = (page: Page) =>
  page.route('**/tab/', (route) =>
    route.request().resourceType() === 'fetch'
      ? route.fulfill({ body: '<script type="module" src="/tab/assets/newer.js"></script>' })
      : route.fallback(),
  );

test('a tab that was open while Last Mile was updated goes on in the new release', async () => {
  const member = await arrive(people.owner);
  const tab = await member.openTab();
  await tab.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await newerTab(member.page);
  await goneOnce(member.page, '**/tab/assets/CheckpointsPage-*.js');
  await tab.getByRole('tab', { name: 'Programme' }).click();
  await tab.getByRole('tab', { name: 'Checkpoints' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Checkpoints' }).waitFor();
  await member.leave();
});

test('a tab whose part is away while the server is the same says so, and opens it again', async () => {
  const member = await arrive(people.owner);
  const tab = await member.openTab();
  await tab.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await goneOnce(member.page, '**/tab/assets/CheckpointsPage-*.js');
  await tab.getByRole('tab', { name: 'Programme' }).click();
  await tab.getByRole('tab', { name: 'Checkpoints' }).click();
  await tab.getByRole('button', { name: 'Open again' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Checkpoints' }).waitFor();
  await member.leave();
});

test('a part of the pane that is gone leaves what was typed, until the person opens the pane anew', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const search = pane.getByRole('combobox', { name: 'Search templates' });
  await search.fill('follow-up');
  await goneOnce(member.page, '**/pane/assets/MyFeedbackPage-*.js');
  await pane.getByRole('button', { name: /^My feedback/ }).click();
  await pane.getByText('This part cannot be opened').waitFor();
  await pane.getByRole('button', { name: 'Back', exact: true }).click();
  expect(await search.inputValue()).toBe('follow-up');
  await pane.getByRole('button', { name: /^My feedback/ }).click();
  await pane.getByRole('button', { name: 'Open Last Mile anew' }).click();
  await pane.getByRole('button', { name: /^My feedback/ }).click();
  await pane.getByRole('heading', { name: /^My feedback/ }).waitFor();
  await member.leave();
});
