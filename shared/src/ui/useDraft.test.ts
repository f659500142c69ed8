import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';

const empty = { title: '', text: '' };

/** Another in each test: a page that went in an earlier one still hears of the end of the next. */
let key = '';

/** The page opens: nothing is in its memory, everything on the device is as it was. */
async function openForm() {
  cleanup();
  vi.resetModules();
  const { useDraft } = await import('./useDraft');
  return renderHook(() => useDraft(key, empty)).result;
}

const settle = () => new Promise((done) => setTimeout(done, 20));

beforeEach(() => {
  key = crypto.randomUUID();
});

test('what is typed is there again when the page is', async () => {
  const form = await openForm();
  act(() => {
    form.current.change({ title: 'Dates' });
  });
  await settle();
  act(() => {
    form.current.change({ text: 'In a table.' });
  });
  await settle();
  const again = await openForm();
  await waitFor(() => {
    expect(again.current.draft).toEqual({ title: 'Dates', text: 'In a table.' });
  });
});

test('the last word is there too when the page goes before the device has written it', async () => {
  const form = await openForm();
  await settle();
  act(() => {
    form.current.change({ title: 'Dates' });
  });
  await settle();
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new Error('The page is going.');
  });
  act(() => {
    form.current.change({ text: 'In a table.' });
  });
  globalThis.dispatchEvent(new Event('pagehide'));
  await settle();
  vi.restoreAllMocks();
  const again = await openForm();
  await waitFor(() => {
    expect(again.current.draft).toEqual({ title: 'Dates', text: 'In a table.' });
  });
});

test('what was left behind gives way to what is typed after it', async () => {
  const form = await openForm();
  await settle();
  act(() => {
    form.current.change({ title: 'Dates' });
  });
  globalThis.dispatchEvent(new Event('pagehide'));
  await settle();
  act(() => {
    form.current.change({ title: 'Dates and times' });
  });
  await settle();
  const again = await openForm();
  await waitFor(() => {
    expect(again.current.draft.title).toBe('Dates and times');
  });
});

test('whoever types before the kept draft is read loses neither', async () => {
  const form = await openForm();
  await settle();
  act(() => {
    form.current.change({ title: 'Dates' });
  });
  await settle();
  const second = await openForm();
  act(() => {
    second.current.change({ text: 'In a table.' });
  });
  await settle();
  expect(second.current.draft).toEqual({ title: 'Dates', text: 'In a table.' });
  const third = await openForm();
  await waitFor(() => {
    expect(third.current.draft).toEqual({ title: 'Dates', text: 'In a table.' });
  });
});

test('what is discarded does not come back, however the page goes', async () => {
  const form = await openForm();
  await settle();
  act(() => {
    form.current.change({ title: 'Dates' });
  });
  await form.current.discard();
  globalThis.dispatchEvent(new Event('pagehide'));
  await settle();
  const again = await openForm();
  await settle();
  expect(again.current.draft).toEqual(empty);
});
