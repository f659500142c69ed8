import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';
import { step, workflowMap } from '../../testing/workflows';

const keyOf = (index: number) => `00000000-0000-4000-8000-00000000091${String(index)}`;
const mapsOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    workflowMap({ clientKey: keyOf(index), task: `Task ${String(index)}` }),
  );

const open = (
  maps = [workflowMap()],
  me: Parameters<typeof openTab>[0]['me'] = people.champion,
  answers: Readonly<Record<string, Answer>> = {},
) =>
  openTab({
    me,
    at: 'workflows',
    answers: { 'GET /api/workflows/maps': () => ({ json: { maps, asOf: null } }), ...answers },
  });

const cards = async () =>
  within(await screen.findByRole('list', { name: 'Tasks' })).findAllByRole('listitem');

describe('the mapped tasks', () => {
  test('say what each adds up to, and that nothing is missing', async () => {
    open();
    const [card] = await cards();
    expect(card?.textContent).toContain(
      '2 steps · 30 mins of work · 24 h of waiting · 1 handoff · 2 frictions',
    );
    expect(within(card!).getByText('Mapped')).toBeTruthy();
  });

  test('leave out of their line what nobody told, and say what a map lacks', async () => {
    const steps = [step({ id: 'a', name: 'Collect', minutes: 5 }), step({ id: 'b', name: 'Send' })];
    open([workflowMap({ steps, slot: null })]);
    const [card] = await cards();
    expect(card?.textContent).toContain('2 steps · 0 frictions');
    expect(card?.textContent).not.toContain('of work');
    expect(
      within(card!).getByText(
        'Missing: who does each step, minutes of each step, the step where AI helps first',
      ),
    ).toBeTruthy();
  });

  test.each([
    [2, /3 to 5 mapped tasks show/],
    [6, /more than 5 tasks/],
  ])('of which there are %d come with a word on it', async (count, words) => {
    open(mapsOf(count));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('of which there are as many as advised come without one', async () => {
    open(mapsOf(4));
    expect(await cards()).toHaveLength(4);
    expect(screen.queryByText(/mapped tasks show|more than/)).toBeNull();
  });

  test('are added to by champions, who go on to the map', async () => {
    const added = workflowMap({ task: 'Answer a tender', steps: [], slot: null, eTag: null });
    const maps = [workflowMap({ clientKey: keyOf(1) })];
    const { user, requestsTo } = open(maps, people.champion, {
      'POST /api/workflows': ({ body }) => {
        const sent = { ...added, ...(body as object) };
        maps.push(sent);
        return { json: sent };
      },
    });
    await user.click(await screen.findByRole('textbox', { name: /Task, in the words/ }));
    await user.paste('Answer a tender');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Job family' }), 'Tax');
    await user.click(screen.getByRole('button', { name: 'Add the task' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Answer a tender' })).toBeTruthy();
    expect(requestsTo('POST /api/workflows').map(({ body }) => body)).toMatchObject([
      { task: 'Answer a tender', jobFamily: 'tax', purpose: '' },
    ]);
    expect(screen.getByText(/No steps yet/)).toBeTruthy();
  });

  test('are read by members, who are offered nothing to change', async () => {
    open(mapsOf(1), people.member);
    expect(await cards()).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Add the task' })).toBeNull();
    expect(screen.queryByText(/mapped tasks show/)).toBeNull();
  });
});
