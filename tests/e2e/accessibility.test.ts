import type { DashboardResponse } from '@last-mile/shared/adoption';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { hostOrigin, origin, arrive } = visitLane();

/** A file with a good and a bad row, another one for each theme. */
function someRows(theme: string) {
  const text = `title,prompt,source\nShort note (${theme}),Write a short note,\nNo text,,\n`;
  return { name: 'prompts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** A file of use with a row that cannot be counted. */
const someDays = {
  name: 'use.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('user,date,count\nnobody@elsewhere.example,2026-11-02,1\n'),
};

test('what breaks a rule inside the tab is found', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab();
  await tab.getByRole('main').evaluate((main) => {
    main.append(document.createElement('button'));
  });
  expect(await member.violations()).toEqual([
    expect.stringMatching(/^button-name: #tab-frame /) as string,
  ]);
  await member.leave();
});

test('what fades in is looked at when it is there', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab();
  await tab.getByRole('main').evaluate((main) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-label', 'Slow');
    dialog.textContent = 'Slow';
    const behind = main.closest('#root');
    behind?.setAttribute('aria-hidden', 'true');
    behind?.after(dialog);
    dialog.animate([{ opacity: 0 }, { opacity: 0, offset: 0.9 }, { opacity: 1 }], 4_000);
  });
  expect(await member.violations()).toEqual([]);
  await member.leave();
});

test.each(themes)('no screen of the tab has a violation, in the %s theme', async (theme) => {
  const champion = await arrive(people.deputy);
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    found[screen] = await champion.violations();
  };
  const tab = await champion.openTab({ theme });
  await tab.locator('svg path').first().waitFor();
  // The last panel of the page: all of it is there.
  await tab.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await look('dashboard');
  await tab.getByRole('button', { name: 'Table' }).first().click();
  await look('dashboard table');
  await tab.getByRole('button', { name: 'About: Active people' }).click();
  await tab.getByRole('dialog', { name: 'About: Active people' }).waitFor();
  await look('definition');
  await champion.page.keyboard.press('Escape');

  await tab.getByRole('link', { name: 'People and data' }).click();
  await tab.getByRole('table', { name: 'Job titles' }).waitFor();
  await tab.getByText(/^The programme’s members are/).waitFor();
  await look('people and data');
  await tab.getByRole('combobox', { name: 'Job family of Partner' }).selectOption('None');
  await tab.locator('input[type=file]').setInputFiles(someDays);
  await tab.getByText('1 row is not counted').waitFor();
  await look('people and data, changed and uploaded');
  await tab.getByRole('button', { name: 'Take back' }).click();

  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('library');
  await tab.getByRole('searchbox').fill('zqxjv wrtpk');
  await tab.getByText('Nothing matches').waitFor();
  await look('nothing found');
  await tab.getByRole('button', { name: 'Clear filters' }).first().click();
  await tab.getByRole('button', { name: 'Status', exact: true }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Draft/ }).click();
  await look('filter open');
  await champion.page.keyboard.press('Escape');
  await tab.getByRole('link', { name: /Minutes in the client/ }).click();
  await tab.getByText(/^By /).first().waitFor();
  await look('draft');
  await tab.getByRole('button', { name: 'Status: Draft' }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Draft/ }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Published/ }).click();
  await champion.page.keyboard.press('Escape');
  await tab.getByText('Proposed', { exact: true }).first().click();
  await tab.getByText('Changed in SharePoint since it was published').waitFor();
  await look('proposal');

  await tab.getByRole('button', { name: 'More', exact: true }).click();
  await look('more ways');
  await tab.getByRole('menuitem', { name: 'Import prompts' }).click();
  await look('import, before a file');
  await tab.locator('input[type=file]').setInputFiles(someRows(theme));
  const start = tab.getByRole('button', { name: /^Import \d+ prompts?$/ });
  await start.waitFor();
  await look('import preview');
  await start.click();
  await tab.getByText('Import finished').waitFor();
  await look('import result');

  await tab.getByRole('tab', { name: 'Feedback' }).click();
  await tab.getByRole('tab', { name: 'Queue' }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('feedback queue');
  await tab.getByRole('tab', { name: 'My feedback' }).click();
  await look('my feedback');
  await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
  await tab.getByRole('dialog').waitFor();
  await look('suggestion');
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await look('suggestion with what is missing');

  expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
  await champion.leave();
});

const unknown = { state: 'notEnoughData' };
const noDrafts = { withTemplate: unknown, sinceStart: unknown, observed: unknown };

/** States of the dashboard that the sample organisation is not in: its true answer, changed. */
const states: Record<string, (answer: DashboardResponse) => object> = {
  'before the start': (answer) => ({
    ...answer,
    weeks: [],
    departments: [],
    jobFamilies: [],
    retention: [],
    draftingTime: { ...noDrafts, weekly: [] },
    asOf: '2026-01-05T09:00:00Z',
  }),
  'not enough data': (answer) => ({
    ...answer,
    habit: unknown,
    draftingTime: { ...noDrafts, weekly: answer.weeks.map(() => unknown) },
    trust: { keptShare: unknown, redoRate: { state: 'hidden' }, flagsPer100: unknown },
    tasks: [],
    copilot: { state: 'none' },
  }),
  'use that fades, names concealed': (answer) => ({
    ...answer,
    weeks: answer.weeks.map((week, index) =>
      week.active.state === 'known' && index > answer.weeks.length - 6
        ? { ...week, active: { ...week.active, n: Math.floor(week.active.n / 2) } }
        : week,
    ),
    copilot: { state: 'concealed', reportedOn: '2026-09-13' },
  }),
};

test.each(Object.entries(states))('the dashboard has no violation: %s', async (_, change) => {
  const champion = await arrive(people.owner);
  await champion.page.route('**/api/adoption/dashboard', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as DashboardResponse) });
  });
  const tab = await champion.openTab();
  await tab.getByRole('region', { name: 'Library', exact: true }).waitFor();
  expect(await champion.violations()).toEqual([]);
  await champion.leave();
});

test('the dashboard has no violation while it loads, nor when it cannot be had', async () => {
  const champion = await arrive(people.owner);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await champion.page.route('**/api/adoption/dashboard', async (route) => {
    await answered;
    const message = 'This is not your programme.';
    await route.fulfill({ status: 403, json: { code: 'notYourProgramme', message } });
  });
  const tab = await champion.openTab();
  await tab.getByLabel('Loading the dashboard').waitFor();
  expect(await champion.violations()).toEqual([]);
  answer();
  await tab.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await champion.violations()).toEqual([]);
  await champion.leave();
});

test('a past view has no violation, with every chart as a table and its menus open', async () => {
  const leader = await arrive(people.sponsor, {
    viewport: { width: 800, height: 800 },
  });
  const tab = await leader.openTab();
  const weeks = tab.getByRole('combobox', { name: 'As it stood' });
  const past = await weeks.getByRole('option').nth(3).getAttribute('value');
  const seen = await leader.openTab({
    subPageId: `dashboard?until=${String(past)}&by=jobFamily&show=table`,
  });
  await seen.getByText('You see how use stood').waitFor();
  await seen.getByRole('region', { name: 'Library', exact: true }).waitFor();
  expect(await leader.violations()).toEqual([]);
  await seen.getByRole('button', { name: 'Share' }).click();
  await seen.getByRole('menuitem', { name: 'Print' }).waitFor();
  expect(await leader.violations()).toEqual([]);
  await leader.page.keyboard.press('Escape');
  await seen.getByRole('button', { name: 'Export: Habit' }).click();
  await seen.getByRole('menuitem', { name: 'Figures (CSV)' }).waitFor();
  expect(await leader.violations()).toEqual([]);
  await leader.leave();
});

test.each(themes)('no screen of the pane has a violation, in the %s theme', async (theme) => {
  const member = await arrive(people.member);
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    found[screen] = await member.violations();
  };
  const pane = await member.openPane({ theme });
  await pane.getByText('Meeting follow-up with decisions and actions').first().waitFor();
  await look('templates');
  await pane.getByPlaceholder('Search templates').fill('zqxjv wrtpk');
  await pane.getByText('Nothing found').waitFor();
  await look('nothing found');
  await pane.getByPlaceholder('Search templates').fill('');
  await pane.getByText('Meeting follow-up with decisions and actions').first().click();
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('button', { name: 'Insert anyway' }).waitFor();
  await look('gaps');
  await pane.getByRole('button', { name: 'Insert anyway' }).click();
  await pane.getByText('Inserted at the cursor').waitFor();
  await look('inserted');
  await pane.getByRole('button', { name: 'Flag this template' }).first().click();
  await pane.getByRole('button', { name: 'Send', exact: true }).click();
  await look('flag with what is missing');

  const again = await member.openPane({ theme });
  await again.getByRole('tab', { name: 'Prompts' }).click();
  await look('prompts');

  expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
  await member.leave();
});

test.each(themes)(
  'the screens around the product have no violation, in the %s theme',
  async (theme) => {
    const outsider = await arrive(people.outsider);
    await outsider.page.goto(`${hostOrigin}/teams?theme=${theme}`);
    await outsider.page
      .frameLocator('#tab-frame')
      .getByText('You are in no programme yet')
      .waitFor();
    expect(await outsider.violations()).toEqual([]);
    for (const path of ['/privacy', '/terms', '/tab/']) {
      await outsider.page.goto(origin + path);
      await outsider.page.getByRole('heading').first().waitFor();
      expect(await outsider.violations()).toEqual([]);
    }
    await outsider.leave();
  },
);
