// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { dashboard } from '../testing/dashboard';
import { people } from '../testing/people';
import { createAnswerStore, type AnswerStorage } from './answerStore';

const day = 24 * 3_600_000;
const answers = { me: people.champion, dashboard: dashboard() };
let at = Date.UTC(2026, 10, 23);
const storeOf = (account: string, storage: AnswerStorage = localStorage) =>
  createAnswerStore(account, storage, () => at);

beforeEach(() => {
  localStorage.clear();
  at = Date.UTC(2026, 10, 23);
});

test('gives back what was kept for the account', () => {
  storeOf('tenant.ada').write(answers);
  at += 6 * day;
  expect(storeOf('tenant.ada').read()).toMatchObject(answers);
});

test('gives nothing to another account, and forgets it at once', () => {
  storeOf('tenant.ada').write(answers);
  expect(storeOf('tenant.ben').read()).toBeNull();
  expect(localStorage).toHaveLength(0);
});

test.each([
  ['a week old', 7 * day],
  ['from the future, because the clock was set', -day],
])('what is %s is forgotten', (_, passed) => {
  storeOf('tenant.ada').write(answers);
  at += passed;
  expect(storeOf('tenant.ada').read()).toBeNull();
  expect(localStorage).toHaveLength(0);
});

test('what is of an older form, or no JSON, is forgotten', () => {
  storeOf('tenant.ada').write(answers);
  const [key] = Object.keys(localStorage);
  for (const text of ['{"account":"tenant.ada"}', 'not JSON']) {
    localStorage.setItem(key ?? '', text);
    expect(storeOf('tenant.ada').read()).toBeNull();
    expect(localStorage).toHaveLength(0);
  }
});

test('what is too large to keep leaves nothing older behind', () => {
  storeOf('tenant.ada').write(answers);
  const full: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => localStorage.getItem(key),
    setItem: () => {
      throw new DOMException('Full', 'QuotaExceededError');
    },
    removeItem: (key) => {
      localStorage.removeItem(key);
    },
  };
  storeOf('tenant.ada', full).write(answers);
  expect(localStorage).toHaveLength(0);
});

test('a browser that keeps nothing is no failure', () => {
  const store = createAnswerStore('tenant.ada', undefined, () => at);
  store.write(answers);
  expect(store.read()).toBeNull();
});
