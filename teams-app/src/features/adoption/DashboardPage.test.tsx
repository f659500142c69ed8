import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { dashboard, known, week } from '../../testing/dashboard';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

// Charts measure themselves, and there is no layout here: they are seen in the browser tests.
vi.mock('@fluentui/react-charts', () => ({
  LineChart: ({ data }: { data: { chartTitle: string } }) => (
    <div role="img" aria-label={data.chartTitle} />
  ),
  ResponsiveContainer: ({ children }: { children: React.ReactNode }) => children,
}));

function openDashboard(
  answer: Answer = () => ({ json: dashboard() }),
  me: Parameters<typeof openTab>[0]['me'] = people.champion,
) {
  return openTab({ me, answers: { 'GET /api/adoption/dashboard': answer } });
}

const panel = (name: string) => screen.findByRole('region', { name });

describe('is the team using it', () => {
  test('the last week that is over is shown as n of N and a share, against target and start', async () => {
    openDashboard();
    const active = within(await panel('Active people'));
    expect(active.getByText('60%')).toBeTruthy();
    expect(active.getByText('60 of 100 people')).toBeTruthy();
    expect(active.getByText('5 points to the target of 65%')).toBeTruthy();
    expect(active.getByText(/\+38 points since the week before the programme/)).toBeTruthy();
    expect(active.getByText('Week of 7 Sept 2026 · Sustaining week 1')).toBeTruthy();
    expect(active.getByText('Provisional')).toBeTruthy();
  });

  test('the weeks are summed up in words', async () => {
    openDashboard();
    const weeks = within(await panel('Week by week'));
    expect(
      weeks.getByText(
        'In the week of 7 Sept 2026, 60 of 100 people used AI or a template at least once: 60%. That is 5 points below the target. The best week so far was the week of 31 Aug 2026 with 71%.',
      ),
    ).toBeTruthy();
    expect(await weeks.findByRole('img', { name: /Weekly active people/ })).toBeTruthy();
  });

  test('the table has the same weeks as the chart, and the running one is not measured', async () => {
    const { user } = openDashboard();
    const weeks = within(await panel('Week by week'));
    await user.click(weeks.getByRole('button', { name: 'Table' }));
    const table = within(weeks.getByRole('table'));
    expect(table.getByRole('row', { name: /31 Aug Programme week 2 71% 71 of 100/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /7 Sept .*Provisional 60%/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /14 Sept Sustaining week 2 · Running$/ })).toBeTruthy();
  });

  test('a small group is hidden, with the reason', async () => {
    openDashboard();
    const departments = within(await panel('By department'));
    expect(departments.getByRole('row', { name: /Tax 50%\s*25 of 50 \+40/ })).toBeTruthy();
    expect(
      departments.getByRole('row', { name: /Board Hidden: fewer than 5 people or derivable/ }),
    ).toBeTruthy();
  });

  test('the kinds of use stay apart', async () => {
    openDashboard();
    const kinds = within(await panel('Kinds of use'));
    expect(kinds.getByText('AI use')).toBeTruthy();
    expect(kinds.getByText('10 of 100')).toBeTruthy();
  });

  test('what a figure means is one click away', async () => {
    const { user } = openDashboard();
    await panel('Active people');
    await user.click(screen.getByRole('button', { name: 'About: Active people' }));
    expect(await screen.findByText(/Distinct people of the programme/)).toBeTruthy();
  });

  test('a hidden or unmeasured last week is said, never shown as 0', async () => {
    const weeks = [
      week('2026-08-24', 'active', known(40, 100)),
      week('2026-08-31', 'active', { state: 'notEnoughData' }),
    ];
    openDashboard(() => ({ json: dashboard({ weeks, departments: [] }) }));
    const active = within(await panel('Active people'));
    expect(active.getByText('Not enough data')).toBeTruthy();
    expect(active.queryByText(/%/)).toBeNull();
    expect(screen.getByText('No departments are known yet.')).toBeTruthy();
  });

  test('before the first week is over the page says when there will be figures', async () => {
    openDashboard(() => ({ json: dashboard({ weeks: [], departments: [] }) }));
    expect(await screen.findByText('No weeks to show yet')).toBeTruthy();
    expect(screen.getByText(/The programme starts on 24 Aug 2026/)).toBeTruthy();
  });
});

describe('what needs me this week', () => {
  test('a champion sees it in order of urgency, each with the way there', async () => {
    openDashboard();
    const needs = within(await panel('Needs you this week')).getAllByRole('link');
    expect(needs.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['1 open flag reached a client: answer it today', '#/feedback/queue'],
      ['1 feedback item is overdue', '#/feedback/queue'],
      ['1 published item is past its review day', '#/library?status=published'],
      ['2 drafts wait to be published', '#/library?status=draft'],
      ['1 mapped task has no published prompt or template', '#/library'],
    ]);
  });

  test('when nothing waits it says so', async () => {
    const { library, feedback } = dashboard();
    openDashboard(() => ({
      json: dashboard({
        library: { ...library, drafts: 0, pastReview: 0, tasksWithItem: 8 },
        feedback: { ...feedback, overdue: 0, openReachedClient: 0 },
      }),
    }));
    expect(await screen.findByText('Nothing waits for you.')).toBeTruthy();
  });

  test('a leader sees the figures and no list of tasks', async () => {
    openDashboard(undefined, people.leader);
    await panel('Active people');
    expect(screen.queryByRole('region', { name: 'Needs you this week' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Open the queue' })).toBeNull();
  });
});

describe('when it cannot be had', () => {
  test('it says that it is loading', async () => {
    openDashboard();
    expect(await screen.findByLabelText('Loading the dashboard')).toBeTruthy();
    await panel('Active people');
  });

  test('a refusal is shown with its reason and can be tried again', async () => {
    let refused = true;
    const { user } = openDashboard(() =>
      refused
        ? {
            status: 403,
            json: { code: 'notYourProgramme', message: 'This is not your programme.' },
          }
        : { json: dashboard() },
    );
    expect(await screen.findByText(/This is not your programme/)).toBeTruthy();
    refused = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await panel('Active people')).toBeTruthy();
  });
});
