import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { WorkflowMap } from '@last-mile/shared/workflows';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';
import { step, workflowMap } from '../../../testing/workflows';

const key = workflowMap().clientKey;
const route = `POST /api/workflows/${key}/map`;

interface OpenBoardOptions {
  map?: WorkflowMap;
  me?: Parameters<typeof openTab>[0]['me'];
  answers?: Readonly<Record<string, Answer>>;
  again?: boolean;
}

function openBoard({ map = workflowMap(), me = people.champion, ...more }: OpenBoardOptions = {}) {
  return openTab({
    me,
    at: `workflows/${key}`,
    again: more.again ?? false,
    answers: {
      'GET /api/workflows/maps': () => ({ json: { maps: [map], asOf: null } }),
      [route]: ({ body }) => ({ json: { ...map, ...(body as object), eTag: '"w,2"' } }),
      ...more.answers,
    },
  });
}

const board = async () =>
  within(await screen.findByRole('region', { name: 'Steps' })).findAllByRole('listitem');
const names = async () =>
  (await board()).map((card) => /Collect notes|Check the fee|Send it/.exec(card.textContent)?.[0]);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const discard = async (user: ReturnType<typeof openTab>['user']) => {
  const discarding = screen.queryByRole('button', { name: 'Discard my changes' });
  if (discarding) await user.click(discarding);
};

describe('the board', () => {
  test('shows steps at a glance, where the task changes hands, and where AI helps first', async () => {
    openBoard({ me: people.member });
    const [first, second] = await board();
    expect(first?.textContent).toContain('Associate · Teams');
    expect(first?.textContent).toContain('20 min');
    expect(first?.textContent).toContain('Searching');
    expect(first?.textContent).toContain('AI helps here first. Turns notes into actions.');
    expect(first?.textContent).not.toContain('Handed over');
    expect(second?.textContent).toContain('Handed over to Partner');
    expect(second?.textContent).toContain('10 mins · waits 24 h first');
  });

  test('adds up what is said, and says what is not', async () => {
    const [collect] = workflowMap().steps;
    openBoard({ map: workflowMap({ steps: [collect!, step({ id: 'send', name: 'Send it' })] }) });
    expect(await screen.findByText('20 mins and 1 step unknown')).toBeTruthy();
    expect(screen.getByText('not known yet')).toBeTruthy();
  });

  test('advises one prompt where AI helps in one step, and says what that must rest on', async () => {
    openBoard({ me: people.member });
    expect(await screen.findByText('One prompt')).toBeTruthy();
    expect(screen.getByText(/one prompt does that/)).toBeTruthy();
    expect(screen.getByText(/^Own notes: goes into the prompt/)).toBeTruthy();
  });

  test('moves a step by Alt and an arrow, says so, and keeps the focus on it', async () => {
    const { user } = openBoard();
    (await button('Edit “Check the fee”')).focus();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await names()).toEqual(['Check the fee', 'Collect notes']);
    expect(screen.getByText('“Check the fee” is now step 1 of 2.').getAttribute('role')).toBe(
      'status',
    );
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit “Check the fee”');
    });
    await discard(user);
  });

  test('moves a step by its buttons, which do nothing at either end', async () => {
    const { user } = openBoard();
    await user.click(await button('Move “Collect notes” later'));
    expect(await names()).toEqual(['Check the fee', 'Collect notes']);
    expect((await button('Move “Collect notes” later')).getAttribute('aria-disabled')).toBe('true');
    await discard(user);
  });

  test('brings a removed step back, chosen for AI as it was', async () => {
    const { user } = openBoard();
    await user.click(await button('Remove “Collect notes”'));
    expect(await names()).toEqual(['Check the fee']);
    const slot = screen.getByRole<HTMLSelectElement>('combobox', { name: /Where AI helps first/ });
    expect(slot.value).toBe('');
    await user.click(await button('Undo'));
    expect(await names()).toEqual(['Collect notes', 'Check the fee']);
    expect(slot.value).toBe('collect');
  });
});

describe('a map', () => {
  test('is saved as it is drawn, as the version it was read', async () => {
    const { user, requestsTo } = openBoard();
    const fill = async (role: 'textbox' | 'spinbutton', name: RegExp, words: string) => {
      await user.click(screen.getByRole(role, { name }));
      await user.paste(words);
    };
    await user.click(await button('Add a step'));
    await fill('textbox', /What is done/, 'Send it');
    await fill('textbox', /Who does it/, 'Associate');
    await fill('spinbutton', /Minutes of work/, '5');
    await user.click(screen.getByRole('checkbox', { name: 'Typed twice' }));
    await user.click(await button('Done'));
    await user.click(await button('Save the map'));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    const [sent] = requestsTo(route).map(({ body }) => body as WorkflowMap);
    expect(sent).toMatchObject({ eTag: '"w,1"', slot: { stepKey: 'collect' } });
    expect(sent?.steps.at(-1)).toMatchObject({
      ...{ name: 'Send it', actor: 'Associate', minutes: 5, waitMinutes: null },
      frictions: [{ kind: 'retyping', note: '' }],
    });
  });

  test('does not go out with a step without a name, or a choice without a reason', async () => {
    const { user, requestsTo } = openBoard();
    await user.click(await button('Add a step'));
    expect(await screen.findByText('Give every step a name before you save.')).toBeTruthy();
    await user.click(await button('Save the map'));
    await user.click(screen.getByRole('textbox', { name: /What is done/ }));
    await user.paste('Send it');
    await user.clear(screen.getByRole('textbox', { name: /Why there/ }));
    expect(await screen.findByText(/Say why AI is to help there/)).toBeTruthy();
    await user.click(await button('Save the map'));
    expect(requestsTo(route)).toEqual([]);
    await discard(user);
  });

  test('that is not saved is there again when the page is opened again', async () => {
    const first = openBoard();
    await first.user.click(await button('Remove “Check the fee”'));
    await screen.findByText('Kept on this device until you save.');
    first.close();
    const second = openBoard({ again: true });
    await waitFor(async () => {
      expect(await names()).toEqual(['Collect notes']);
    });
    await discard(second.user);
    await waitFor(async () => {
      expect(await names()).toEqual(['Collect notes', 'Check the fee']);
    });
  });

  test('that somebody changed meanwhile is shown beside one’s own, and one chooses', async () => {
    const theirs = workflowMap({ eTag: '"w,3"', escalation: 'Director' });
    let asked = 0;
    const { user, requestsTo } = openBoard({
      answers: {
        [route]: ({ body }) => {
          asked += 1;
          if (asked > 1) return { json: { ...theirs, ...(body as object), eTag: '"w,4"' } };
          const refusal = { code: 'conflict', message: 'Someone changed this meanwhile.' };
          return { status: 412, json: { ...refusal, current: theirs } };
        },
      },
    });
    await user.click(await button('Move “Collect notes” later'));
    await user.click(await button('Save the map'));
    expect(await screen.findByText('Someone changed this map meanwhile')).toBeTruthy();
    expect(screen.getByText(/Director/)).toBeTruthy();
    await user.click(await button('Go on with mine'));
    await user.click(await button('Save the map'));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => (body as { eTag: string }).eTag)).toEqual([
      '"w,1"',
      '"w,3"',
    ]);
  });

  test('that SharePoint took in meanwhile, as it was begun, is saved without a question', async () => {
    const map = workflowMap({ eTag: null });
    const { user, requestsTo } = openBoard({
      map,
      answers: {
        [route]: ({ body }) => {
          const sent = body as WorkflowMap;
          if (sent.eTag !== '') return { json: { ...map, ...sent, eTag: '"w,2"' } };
          const refusal = { code: 'conflict', message: 'Someone changed this meanwhile.' };
          return { status: 412, json: { ...refusal, current: { ...map, eTag: '"w,1"' } } };
        },
      },
    });
    await user.click(await button('Move “Collect notes” later'));
    await user.click(await button('Save the map'));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(route)).toHaveLength(2);
  });

  test('is read by members, who are offered nothing to change', async () => {
    openBoard({ me: people.member });
    expect(await board()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Edit|Move|Remove|Save/ })).toBeNull();
  });
});

describe('a tool', () => {
  test('waits for what the map lacks, by name', async () => {
    openBoard({ map: workflowMap({ escalation: null }) });
    expect(
      await screen.findByText(
        /once the task is mapped\. Missing: who takes over what AI cannot do/,
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull();
  });

  test('is recorded with its reason, and the steps as they were stay for the comparison', async () => {
    const map = workflowMap();
    const { user, requestsTo } = openBoard({
      answers: {
        [`POST /api/workflows/${key}/tool`]: ({ body }) => {
          const { tool, why } = body as { tool: string; why: string };
          const toolDecision = { tool, why, decidedOn: '2026-09-02', decidedBy: 'x' };
          return { json: { ...map, eTag: '"w,2"', toolDecision, before: map.steps } };
        },
      },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Tool' }));
    await user.paste('Copilot in Word');
    await user.click(screen.getByRole('textbox', { name: 'Why this one' }));
    await user.paste('The notes are there.');
    await user.click(await button('Record the decision'));
    expect(await screen.findByText('Copilot in Word, decided on 2 Sept 2026')).toBeTruthy();
    expect(requestsTo(`POST /api/workflows/${key}/tool`).map(({ body }) => body)).toEqual([
      { eTag: '"w,1"', tool: 'Copilot in Word', why: 'The notes are there.' },
    ]);
    expect(screen.getByRole('columnheader', { name: 'Before' })).toBeTruthy();
  });

  test('is compared with before by what the map says, and never where a step is silent', async () => {
    const before = workflowMap().steps;
    const [collect, check] = before;
    const steps = [
      { ...collect!, minutes: 8 },
      { ...check!, waitMinutes: null },
    ];
    openBoard({ map: workflowMap({ steps, before }), me: people.member });
    const table = await screen.findByRole('table');
    expect(within(table).getByText('−12 mins')).toBeTruthy();
    expect(within(table).getByRole('row', { name: /Waiting/ }).textContent).toContain('not known');
  });
});

describe('the picture', () => {
  test('says in a sentence what the map adds up to, and as a table what it shows', async () => {
    const { user } = openBoard({ me: people.member });
    const picture = await screen.findByRole('img', { name: /^Draft a client email: 2 steps/ });
    const written = [...picture.querySelectorAll('text')].map((line) => line.textContent).join(' ');
    expect(written).toContain('AI helps here first Turns notes into actions.');
    expect(written).toContain('When AI cannot, Partner takes over');
    expect(written).toContain('Step 2 Handed over Check the fee 10 mins · waits 24 h first');
    await user.click(await button('Table'));
    const table = await screen.findByRole('table', { name: 'Steps of Draft a client email' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('Collect notesAssociateTeams20 minsSearchingAI helps');
    expect(second?.textContent).toContain('Handed over to Partner');
    expect(screen.queryByRole('img', { name: /^Draft a client email/ })).toBeNull();
  });

  test('follows what is drawn, and is not there before the first step', async () => {
    const { user } = openBoard();
    expect(await screen.findByRole('img', { name: /2 steps/ })).toBeTruthy();
    await user.click(await button('Remove “Check the fee”'));
    expect(await screen.findByRole('img', { name: /1 step / })).toBeTruthy();
    await user.click(await button('Remove “Collect notes”'));
    await waitFor(() => {
      expect(screen.queryByRole('img', { name: /Draft a client email/ })).toBeNull();
    });
    await discard(user);
  });
});
