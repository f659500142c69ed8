import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type {
  MeResponse,
  OwnershipResponse,
  PlanResponse,
  ProgrammeSummary,
  SavePlanRequest,
} from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people, programme } from '../../../testing/people';

const frozenAt = '2026-08-27T08:00:00Z';
const activeRate = {
  ...{ metric: 'activeRate' as const, value: 0.65, by: '2026-11-22' },
  baseline: { state: 'known' as const, value: 0.22, n: 900, week: '2026-W34', frozenAt },
};
const plan: PlanResponse = {
  ...{ eTag: '"p,1"', name: programme.name, startsOn: programme.startsOn, weeks: 8 },
  ...{ activeUntil: '2026-10-18', timeZone: 'Europe/Berlin', phase: 'lighter' },
  ...{ ownerId: programme.ownerId, deputyIds: [], sponsorId: programme.sponsorId },
  people: [
    { userId: programme.ownerId, name: 'Amara Okafor', jobTitle: null },
    { userId: programme.sponsorId, name: 'Ingrid Solberg', jobTitle: null },
  ],
  group: { groupId: 'group', name: 'Everyday AI people' },
  effort: { weeklyHours: 8, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
  targets: [
    { ...activeRate, current: { state: 'known', value: 0.436, n: 900 }, result: null },
    {
      ...{ metric: 'redoRate', value: 0.1, by: '2026-11-22', baseline: null, result: null },
      current: { state: 'notEnoughData' },
    },
  ],
};
const ownership: OwnershipResponse = {
  eTag: '"p,1"',
  owner: {
    ...{ userId: programme.ownerId, name: 'Amara Okafor' },
    standing: { state: 'present', since: null },
  },
  ...{ phase: 'lighter', tookPart: 142, ended: null },
};
const standing = (state: 'silent' | 'gone', more: Partial<OwnershipResponse> = {}): Answer => {
  const since = state === 'silent' ? '2026-11-02' : null;
  const owner = { ...ownership.owner, standing: { state, since } };
  return () => ({ json: { ...ownership, owner, ...more } });
};
const owned = 'GET /api/programme/owner';
const save = 'POST /api/programme/plan';
const openPlan = (
  answers: Readonly<Record<string, Answer>> = {},
  me: MeResponse = people.champion,
) =>
  openTab({
    ...{ me, at: 'programme/plan' },
    answers: {
      'GET /api/programme/plan': () => ({ json: plan }),
      [owned]: () => ({ json: ownership }),
      ...answers,
    },
  });

describe('the plan', () => {
  test('says who and when, and how far each target is; what nobody knows stays so', async () => {
    openPlan();
    expect(await screen.findByRole('row', { name: 'Sponsor Ingrid Solberg' })).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Targets' });
    const [, rate, redo] = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rate).toContain('22% (n = 900)44% (n = 900)65% by 22 Nov 202650%');
    expect(redo).toContain('Not frozen yetNot enough data10% by 22 Nov 2026');
  });

  test('is looked at by a sponsor, and changed by champions alone', async () => {
    openPlan({}, people.leader);
    expect(await screen.findByRole('table', { name: 'Targets' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change the plan' })).toBeNull();
  });

  test('is changed as it was read, and only where it is whole', async () => {
    const { user, requestsTo } = openPlan({
      [save]: ({ body }) => ({
        json: { ...plan, eTag: '"p,2"', effort: { ...plan.effort, ...(body as object) } },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }));
    const hours = screen.getByRole('textbox', { name: /Hours a week in the active weeks/ });
    await user.clear(hours);
    await user.type(hours, '7.1');
    expect(screen.getByText(/Use quarters of an hour/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(requestsTo(save)).toEqual([]);
    await user.clear(hours);
    await user.type(hours, '7.25');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(save)[0]?.body).toEqual({
      ...{ eTag: '"p,1"', deputyIds: [], sponsorId: programme.sponsorId },
      ...{ weeklyHours: 7.25, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
      targets: [
        { metric: 'activeRate', value: 0.65, by: '2026-11-22' },
        { metric: 'redoRate', value: 0.1, by: '2026-11-22' },
      ],
    } satisfies SavePlanRequest);
  });

  test('shows what somebody else saved meanwhile, and overwrites nothing', async () => {
    const { user } = openPlan({
      [save]: () => ({
        status: 412,
        json: {
          ...{ code: 'conflict', message: 'Someone changed this meanwhile.' },
          current: { ...plan, eTag: '"p,3"', effort: { ...plan.effort, weeklyHours: 6 } },
        },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }));
    await user.type(
      screen.getByRole('textbox', { name: /Hours a week in the active weeks/ }),
      '.5',
    );
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText(/Someone changed this meanwhile/)).toBeTruthy();
    expect(screen.getByDisplayValue('6')).toBeTruthy();
  });
});

describe('whoever answers for the programme', () => {
  const linkNamed = (name: string) =>
    screen.findByRole('link', { name }).then((link) => link.getAttribute('href'));

  test.each([people.leader, people.champion])(
    'is named by $standing, from the plan',
    async (me) => {
      openPlan({}, me);
      expect(await linkNamed('Who owns the programme')).toBe('#/programme/owner');
      expect(screen.queryByText('The owner has gone quiet')).toBeNull();
    },
  );

  test('and is silent or gone is the first thing the sponsor reads, with the way to name another', async () => {
    const { close } = openPlan({ [owned]: standing('silent') }, people.leader);
    const notice = await screen.findByText(/of the owner here since 2 Nov 2026\. Talk to them/);
    const facts = await screen.findByRole('table', { name: programme.name });
    expect(notice.compareDocumentPosition(facts)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(await linkNamed('Name another owner')).toBe('#/programme/owner');
    close();
    openPlan({ [owned]: standing('gone') }, people.leader);
    expect(await screen.findByText(/is no champion any more\. Name somebody else/)).toBeTruthy();
  });

  test('is told of to a deputy, who names nobody', async () => {
    openPlan(
      { [owned]: standing('silent') },
      {
        ...{ ...people.champion, userId: 'deputy', standing: 'deputy' },
        programme: { ...programme, deputyIds: ['deputy'] },
      },
    );
    expect(await screen.findByText(/The sponsor is told/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Name another owner' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Who owns the programme' })).toBeNull();
  });

  test('is not looked for once it has ended', async () => {
    const ended = {
      ending: { how: 'sustain' as const },
      message: 'Thanks.',
      endedOn: '2026-11-20',
    };
    openPlan({ [owned]: standing('silent', { ended }) }, people.leader);
    expect(await screen.findByRole('row', { name: 'Sponsor Ingrid Solberg' })).toBeTruthy();
    expect(screen.queryByText('The owner has gone quiet')).toBeNull();
  });
});

const past: ProgrammeSummary = {
  ...{ clientKey: '00000000-0000-4000-8000-000000000700', name: 'Everyday AI 2025' },
  ...{ startsOn: '2025-09-01', weeks: 10, phase: 'ended' },
  owner: { state: 'present', since: null },
  targets: [
    {
      ...{ metric: 'activeRate', value: 0.5, by: '2025-11-30', current: null },
      baseline: { state: 'notEnoughData', week: '2025-W35', frozenAt },
      result: { state: 'known', value: 0.4, n: 850, week: '2025-W48', frozenAt },
    },
  ],
  ended: { ending: { how: 'sustain' }, message: 'Thank you all.', endedOn: '2025-12-01' },
};
const running: ProgrammeSummary = {
  ...{ clientKey: programme.clientKey, name: programme.name, startsOn: programme.startsOn },
  ...{ weeks: 8, phase: 'lighter', owner: { state: 'present', since: null }, ended: null },
  targets: plan.targets,
};
const openPast = (programmes: readonly ProgrammeSummary[]) =>
  openTab({
    ...{ me: people.leader, at: 'programme/past' },
    answers: { 'GET /api/programmes': () => ({ json: { programmes } }) },
  });

describe('programmes side by side', () => {
  test('show the same figures from start to end, and say what is not known', async () => {
    openPast([running, past]);
    const table = await screen.findByRole('table');
    const row = within(table).getByRole('row', { name: /Weekly active rate/ });
    expect(row.textContent).toContain(
      '22% (n = 900) → 44% (n = 900), target 65%Not enough data → 40% (n = 850), target 50%',
    );
    expect(within(table).getByRole('row', { name: /Had to redo it/ }).textContent).toContain(
      'No target',
    );
    expect(within(table).getByRole('row', { name: /^Ended/ }).textContent).toContain(
      'It runsIt goes on, 1 Dec 2025',
    );
  });

  test('are chosen where there are more than two', async () => {
    const older = { ...past, clientKey: '00000000-0000-4000-8000-000000000600', name: 'Pilot' };
    const { user } = openPast([running, past, older]);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Beside' }), 'Pilot');
    expect(screen.getByRole('columnheader', { name: 'Pilot' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: programme.name })).toBeTruthy();
  });

  test('wait for a second one', async () => {
    openPast([running]);
    expect(await screen.findByText(/There is one programme so far/)).toBeTruthy();
  });
});

describe('what an admin has to do in SharePoint', () => {
  const message = /add the Entra group group to the site’s visitors/;

  test('stands there for champions, as a message to copy', async () => {
    const { user } = openPlan();
    expect(await screen.findByText(message)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy the message' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toMatch(message);
  });

  test('is no business of who only reads figures', async () => {
    openPlan({}, people.leader);
    expect(await screen.findByText('Amara Okafor')).toBeTruthy();
    expect(screen.queryByText(message)).toBeNull();
  });
});
