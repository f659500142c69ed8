// @vitest-environment jsdom
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createKeptChoices } from '../../app/keptChoices';
import { drawFirstRows } from './drawFirstRows';
import { createFirstRows, type FirstRows } from './firstRows';

const rows: FirstRows = {
  displayLanguage: 'en-GB',
  theme: 'dark',
  lang: 'en',
  dir: 'ltr',
  page: 'Templates and prompts',
  search: 'Search templates',
  list: 'Templates',
  groups: [
    {
      label: 'Used lately',
      headed: true,
      rows: [{ key: 'fee', title: 'Fee <b>reminder</b>', purpose: '', meta: 'Invoicing' }],
    },
    {
      label: 'Client advisory',
      headed: true,
      rows: [{ key: 'meeting', title: 'Meeting follow-up', purpose: 'What was agreed', meta: '' }],
    },
  ],
  above: 121,
  below: 41,
  look: { '--colorNeutralBackground1': '#292929' },
};

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const asDrawn = { displayLanguage: 'en-GB', theme: 'dark' } as const;

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<div id="root"><div class="opening"></div></div>';
});

const storeOf = (account: string) => createFirstRows(createKeptChoices('', localStorage), account);
const place = () => document.getElementById('root') ?? document.body;

test('they are those of one account, for writing or for reading, in one language and theme', () => {
  storeOf('tenant.ben').keep('writing', rows);
  expect(storeOf('tenant.ben').read('writing', asDrawn)).toMatchObject(rows);
  expect(storeOf('tenant.ada').read('writing', asDrawn)).toBeNull();
  expect(storeOf('tenant.ben').read('reading', asDrawn)).toBeNull();
  expect(storeOf('tenant.ben').read('writing', { ...asDrawn, theme: 'default' })).toBeNull();
  expect(
    storeOf('tenant.ben').read('writing', { ...asDrawn, displayLanguage: 'de-DE' }),
  ).toBeNull();
  storeOf('tenant.ben').forget();
  expect(storeOf('tenant.ben').read('writing', asDrawn)).toBeNull();
});

test('what is no longer readable counts as nothing', () => {
  const choices = createKeptChoices('', localStorage);
  for (const spoiled of ['{', 'null', '{"form":0}']) {
    choices.set('firstRows.writing.tenant.ben', spoiled);
    expect(createFirstRows(choices, 'tenant.ben').read('writing', asDrawn)).toBeNull();
  }
});

test('every word of them is drawn as text, the first one chosen', () => {
  drawFirstRows(place(), rows);
  const options = [...place().querySelectorAll('[role=option]')];
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Fee <b>reminder</b>Invoicing',
    'Meeting follow-upWhat was agreed',
  ]);
  expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false']);
  expect(place().querySelector('b, .opening:not([aria-hidden])')).toBeNull();
});

test('what is pressed is told, and looks chosen', () => {
  const drawn = drawFirstRows(place(), rows);
  expect(drawn.begun().pressed).toBeNull();
  place().querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
  expect(place().querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  expect(drawn.begun().pressed).toBe('meeting');
});

const searchBox = () => place().querySelector('input') ?? document.createElement('input');
const chosen = () => place().querySelector('[aria-selected=true]')?.textContent;

test('the search has the focus, and what is typed into it is told with the caret', async () => {
  const drawn = drawFirstRows(place(), rows);
  expect(document.activeElement).toBe(searchBox());
  await userEvent.keyboard('fee{ArrowLeft}');
  expect(drawn.begun().search).toEqual({
    ...{ text: 'fee', marked: [2, 2], focused: true, entered: false },
  });
  searchBox().blur();
  expect(drawn.begun().search.focused).toBe(false);
});

test('the arrows choose a row and Enter presses it, until something is typed', async () => {
  const drawn = drawFirstRows(place(), rows);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toContain('Meeting follow-up');
  expect(searchBox().getAttribute('aria-activedescendant')).toBe(
    place().querySelector('[aria-selected=true]')?.id,
  );
  expect(drawn.begun()).toMatchObject({ chosen: 'meeting', pressed: null });
  await userEvent.keyboard('fee{Enter}');
  expect(drawn.begun()).toMatchObject({ chosen: null, pressed: null, search: { entered: true } });
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}');
  expect(drawn.begun().search.entered).toBe(false);
  await userEvent.keyboard('{Enter}');
  expect(drawn.begun().pressed).toBe('meeting');
});

test('a letter that is half composed is waited for', async () => {
  const drawn = drawFirstRows(place(), rows);
  let isAtRest = false;
  searchBox().dispatchEvent(new CompositionEvent('compositionstart'));
  const resting = drawn.atRest().then(() => (isAtRest = true));
  await new Promise((resolve) => setTimeout(resolve));
  expect(isAtRest).toBe(false);
  searchBox().dispatchEvent(new CompositionEvent('compositionend'));
  await resting;
});
