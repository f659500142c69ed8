// @vitest-environment jsdom
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

test('what is pressed is told once', () => {
  const drawn = drawFirstRows(place(), rows);
  expect(drawn.takePressed()).toBeNull();
  place().querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
  expect(place().querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  expect(drawn.takePressed()).toBe('meeting');
  expect(drawn.takePressed()).toBeNull();
});
