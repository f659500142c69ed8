import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { dashboard, known, week } from '../../testing/dashboard';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

vi.mock('@fluentui/react-charts', () => import('../../testing/charts'));

function openDashboard(
  answer: Answer = () => ({ json: dashboard() }),
  me: Parameters<typeof openTab>[0]['me'] = people.champion,
  { at = '' }: { at?: string } = {},
) {
  return openTab({ me, at, answers: { 'GET /api/adoption/dashboard': answer } });
}

const panel = (name: string) => screen.findByRole('region', { name });

describe('is the team using it', () => {
  test('the last week that is over is n of N and a share, against target, start and best week', async () => {
    openDashboard();
    const active = within(await panel('Active people'));
    expect(active.getByText('60%')).toBeTruthy();
    expect(active.getByText('60 of 100 people')).toBeTruthy();
    expect(active.getByText('5 points below the target of 65%')).toBeTruthy();
    expect(active.getByText('22% (22 of 100) · +38 points since')).toBeTruthy();
    expect(active.getByText('71%, 31 Aug · holding')).toBeTruthy();
    expect(active.getByText('6 joined, fewer than 5 left')).toBeTruthy();
    expect(screen.getByText('Week of 7 Sept 2026 · Sustaining week 1')).toBeTruthy();
    expect(screen.getByText('Provisional')).toBeTruthy();
  });

  test('the kinds of use stay apart', async () => {
    openDashboard();
    const active = within(await panel('Active people'));
    expect(active.getByText('60% · 60 of 100')).toBeTruthy();
    expect(active.getByText('10% · 10 of 100')).toBeTruthy();
  });

  test('drafting time stands beside it: the week, the same people since the start, and how sure it is', async () => {
    const { user } = openDashboard();
    const drafting = within(await panel('Drafting time'));
    expect(drafting.getByText('5.2 mins')).toBeTruthy();
    expect(drafting.getByText('median of the drafts of 66 people')).toBeTruthy();
    expect(drafting.getByText('8 mins → 5 mins · same 214 people')).toBeTruthy();
    expect(drafting.getByText('64% · 640 of 1,000 sent')).toBeTruthy();
    const interval = drafting.getByText(/Since the start: 2.7 mins less for the same people/);
    expect(interval.closest('[hidden]')).not.toBeNull();
    await user.click(drafting.getByRole('button', { name: 'How sure is this?' }));
    expect(interval.textContent).toContain('95% interval from 3.4 mins less to 2.2 mins less');
    expect(interval.closest('[hidden]')).toBeNull();
    expect(drafting.getByText('An association, not a proof.')).toBeTruthy();
  });

  test('the weeks are summed up in words', async () => {
    openDashboard();
    const weeks = within(await panel('Week by week'));
    expect(
      weeks.getByText(
        'In the week of 7 Sept 2026, 60 of 100 people used AI or a template at least once: 60%, 5 points below the target. The best week so far: 71%, week of 31 Aug 2026.',
      ),
    ).toBeTruthy();
    expect(await weeks.findByRole('img', { name: /Weekly active people/ })).toBeTruthy();
  });

  test('the table has the same weeks as the chart, and the running one is not measured', async () => {
    const { user } = openDashboard();
    const weeks = within(await panel('Week by week'));
    await user.click(weeks.getByRole('button', { name: 'Table: Week by week' }));
    const table = within(await weeks.findByRole('table'));
    expect(table.getByRole('row', { name: /31 Aug Programme week 2 71% 71 of 100/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /7 Sept .*Provisional 60%/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /14 Sept Sustaining week 2 · Running$/ })).toBeTruthy();
  });

  test('a closed week that late figures changed says when, and what it was', async () => {
    const revised = {
      ...week('2026-08-31', 'active', known(655, 900)),
      revision: { changedAt: '2026-09-10T08:00:00Z', wasActive: known(640, 900) },
    };
    openDashboard(() => ({ json: dashboard({ weeks: [revised] }) }));
    const active = within(await panel('Active people'));
    expect(active.getByText(/^Changed on 10 Sept 2026.*: was 640 of 900$/)).toBeTruthy();
  });

  test('use that fades is flagged', async () => {
    const weeks = [
      week('2026-08-24', 'active', known(71, 100)),
      week('2026-08-31', 'active', known(50, 100)),
      week('2026-09-07', 'active', known(48, 100)),
    ];
    openDashboard(() => ({ json: dashboard({ weeks }) }));
    const active = within(await panel('Active people'));
    expect(active.getByText('Use is fading')).toBeTruthy();
    expect(active.getByText('71%, 24 Aug · fading')).toBeTruthy();
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
    expect(active.getAllByText('Not enough data').length).toBeGreaterThan(0);
    expect(active.queryByText('0%')).toBeNull();
    expect(
      await screen.findByText('No departments are known yet. They come from Microsoft Entra ID.'),
    ).toBeTruthy();
  });
});

describe('behind the first screen', () => {
  test('a small group is hidden or only a band, with the reason', async () => {
    const { user } = openDashboard();
    const groups = within(await panel('By department or job family'));
    expect(groups.getByRole('row', { name: /Tax 60%\s*30 of 50 \+50/ })).toBeTruthy();
    expect(
      groups.getByRole('row', {
        name: /Board Hidden: fewer than 5 people, or it would reveal them/,
      }),
    ).toBeTruthy();
    await user.click(groups.getByRole('button', { name: 'Job family' }));
    expect(window.location.hash).toBe('#/dashboard?by=jobFamily');
    expect(await groups.findByRole('row', { name: /Partners Half or more of 8/ })).toBeTruthy();
    expect(groups.getByRole('link', { name: 'Edit job families' }).getAttribute('href')).toBe(
      '#/programme/job-families',
    );
  });

  test('the habit bands say their form and that they are not Viva’s', async () => {
    openDashboard();
    const habit = within(await panel('Habit'));
    expect(
      habit.getByText(/42 of 100 people have made it a habit \(power or habitual\): 42%/),
    ).toBeTruthy();
    expect(habit.getByText(/Form: last 4 closed weeks.*not comparable/)).toBeTruthy();
  });

  test('a start week that is hidden later says so to who cannot see the dash', async () => {
    openDashboard();
    const retention = within(await panel('Retention by start week'));
    expect(retention.getByText(/24 were active 2 weeks later: 60%/)).toBeTruthy();
    expect(
      retention.getByRole('row', { name: /31 Aug 31 Hidden: fewer than 5 people/ }),
    ).toBeTruthy();
  });

  test('a task without an item says so, and what a comparison needs', async () => {
    openDashboard();
    const tasks = within(await panel('Task by task'));
    expect(
      tasks.getByRole('row', {
        name: /Draft a client email Advisory 3 items 420 uses by 88 people 2.7 mins less 7.9 mins → 5.1 mins · same 188 people 82% kept 11% redone · 1.4 flags per 100 uses/,
      }),
    ).toBeTruthy();
    expect(
      tasks.getByRole('row', {
        name: /Summarise a ruling Tax Nothing published .*Not enough data: needs 10 people/,
      }),
    ).toBeTruthy();
  });

  test('what is still being worked out over several weeks says so, and is not called too little', async () => {
    const pending = { state: 'pending' } as const;
    const trust = { keptShare: pending, redoRate: pending, flagsPer100: pending };
    const whole = dashboard();
    openDashboard(() => ({
      json: dashboard({
        ...{ habit: pending, trust },
        draftingTime: {
          ...{ weekly: whole.draftingTime.weekly, withTemplate: pending },
          ...{ sinceStart: pending, observed: pending },
        },
        tasks: whole.tasks.map((task) => ({
          ...task,
          uses: pending,
          withTemplate: pending,
          trust,
        })),
      }),
    }));
    const habit = within(await panel('Habit'));
    expect(habit.getByText('Being worked out: it shows here in a moment.')).toBeTruthy();
    for (const [name, figures] of [
      ['Drafting time', 3],
      ['Trust', 3],
    ] as const) {
      const shown = within(await panel(name));
      expect(shown.getAllByText('Being worked out')).toHaveLength(figures);
      expect(shown.queryByText(/Not enough data/)).toBeNull();
    }
    const tasks = within(await panel('Task by task'));
    expect(
      tasks.getByRole('row', {
        name: /Draft a client email Advisory 3 items Being worked out Being worked out Being worked out/,
      }),
    ).toBeTruthy();
  });

  test('the improvements are counted in one sentence', async () => {
    openDashboard();
    const improvements = within(await panel('Improvements'));
    expect(improvements.getByText('6 improvements: 1 with the vendor.')).toBeTruthy();
  });

  test('a refused report names what is missing and who can grant it', async () => {
    const refused = { state: 'refused', detail: 'Reports.Read.All' } as const;
    openDashboard(() => ({ json: dashboard({ copilot: refused }) }));
    const surfaces = within(await panel('Outlook, Teams and Copilot'));
    expect(
      surfaces.getByText(
        /the permission Reports\.Read\.All is missing.*Ask a Microsoft 365 admin to grant it/,
      ),
    ).toBeTruthy();
  });

  test('concealed names are explained: what an admin has to change', async () => {
    const concealed = { state: 'concealed', reportedOn: '2026-09-13' } as const;
    openDashboard(() => ({ json: dashboard({ copilot: concealed }) }));
    const surfaces = within(await panel('Outlook, Teams and Copilot'));
    expect(
      surfaces.getByText(
        /Display concealed user, group, and site names in all reports” must be off/,
      ),
    ).toBeTruthy();
  });
});

describe('the address', () => {
  test('a view of the past leaves out what waits today', async () => {
    openDashboard(undefined, people.champion, { at: 'dashboard?until=2026-W36' });
    await panel('Active people');
    expect(screen.queryByRole('region', { name: 'Needs you this week' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Back to now' })).toBeTruthy();
  });

  test('a link shows the same view: its week is asked for, its groups and tables are shown', async () => {
    const { requestsTo } = openDashboard(undefined, people.champion, {
      at: 'dashboard?until=2026-W36&by=jobFamily&show=table',
    });
    const groups = within(await panel('By department or job family'));
    expect(groups.getByRole('button', { name: 'Job family', pressed: true })).toBeTruthy();
    const weeks = within(await panel('Week by week'));
    expect(await weeks.findByRole('table')).toBeTruthy();
    const asked = requestsTo('GET /api/adoption/dashboard').map(({ url }) => url.search);
    expect(asked).toEqual(['?until=2026-W36']);
    expect(
      screen.getByText(
        /^You see how use stood at the end of the week of 31 Aug 2026\. Feedback.* as of today\.$/,
      ),
    ).toBeTruthy();
  });

  test('a week that is not over is not asked for', async () => {
    const { requestsTo } = openDashboard(undefined, people.champion, {
      at: 'dashboard?until=2999-W01&weeks=nine',
    });
    await panel('Active people');
    const asked = requestsTo('GET /api/adoption/dashboard').map(({ url }) => url.search);
    expect(asked).toEqual(['']);
    expect(screen.getByRole('combobox', { name: 'Weeks shown' })).toHaveProperty('value', '26');
  });

  test('the host shows the link to what is seen', async () => {
    const { user, host } = openDashboard(undefined, people.champion, { at: 'dashboard?weeks=6' });
    await panel('Active people');
    await user.click(screen.getByRole('button', { name: 'Share' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy link' }));
    expect(host.shareLink).toHaveBeenCalledWith({
      subPageId: 'dashboard?weeks=6',
      label: 'Everyday AI',
    });
  });
});

describe('before there is anything', () => {
  const nothing = { weeks: [], departments: [], jobFamilies: [], retention: [] };

  test('a programme that has not begun says what to do and what will be known when', async () => {
    openDashboard(() => ({ json: dashboard({ ...nothing, asOf: '2026-08-20T09:00:00Z' }) }));
    const start = within(await panel('Start measuring'));
    expect(start.getByText(/The programme starts on 24 Aug 2026/)).toBeTruthy();
    expect(
      start.getByRole('row', { name: /31 Aug 2026 The first weekly active rate/ }),
    ).toBeTruthy();
    expect(start.getByRole('row', { name: /24 Sept 2026 Habit over four weeks/ })).toBeTruthy();
    expect(start.getByText(/Check that everybody is in the programme’s group/)).toBeTruthy();
  });

  test('in the first week it says when the first figure comes', async () => {
    openDashboard(() => ({ json: dashboard({ ...nothing, asOf: '2026-08-26T09:00:00Z' }) }));
    expect(await panel('The first week is running')).toBeTruthy();
  });

  test('a leader has nothing to do there', async () => {
    openDashboard(
      () => ({ json: dashboard({ ...nothing, asOf: '2026-08-20T09:00:00Z' }) }),
      people.leader,
    );
    const start = within(await panel('Start measuring'));
    expect(start.getByText(/There is nothing for you to do/)).toBeTruthy();
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

  test('cases to walk lead to their list', async () => {
    const { library } = dashboard();
    openDashboard(() => ({ json: dashboard({ library: { ...library, casesToWalk: 3 } }) }));
    const link = await screen.findByRole('link', { name: '3 cases are to be walked' });
    expect(link.getAttribute('href')).toBe('#/feedback/cases');
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
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await panel('Active people')).toBeTruthy();
  });
});
