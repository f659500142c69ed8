import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  longestUsageFile,
  type UsageReportsResponse,
  type UsageUploadReceipt,
} from '@last-mile/shared/adoption';
import type { JobFamiliesResponse, SaveJobFamiliesRequest } from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people, programme } from '../../../testing/people';

const families: JobFamiliesResponse = {
  eTag: '"1"',
  jobFamilies: programme.jobFamilies,
  jobTitles: [
    { name: 'Trainee', jobFamily: null, people: 12 },
    { name: 'Clerk', jobFamily: null, people: 3 },
    { name: 'Partner', jobFamily: 'advisory', people: 9 },
  ],
  departments: [{ name: 'Tax', jobFamily: 'tax', people: 20 }],
  withoutJobFamily: 15,
};
const reports: UsageReportsResponse = {
  copilot: { state: 'known', reportedOn: new Date().toISOString().slice(0, 10), missingDays: 0 },
  trouble: null,
  membersAsOf: '2026-11-25T08:00:00Z',
};
const receipt: UsageUploadReceipt = {
  ...{ format: 'days', reportedOn: null, rows: 5, accepted: 2, known: 1, withoutUse: 0 },
  ...{ unknownPeople: 1, refusedRows: 2 },
  refused: [
    { row: 4, reason: 'dateUnreadable' },
    { row: 6, reason: 'unknownPerson' },
  ],
};

/** A mapping that is saved as the real API saves it: only as it was read. */
function mapping(saved: JobFamiliesResponse = families) {
  let current = saved;
  const save: Answer = ({ body }) => {
    const request = body as SaveJobFamiliesRequest;
    if (request.eTag !== current.eTag) {
      const json = { code: 'conflict', message: 'Someone changed this meanwhile.', current };
      return { status: 412, json };
    }
    current = withNames(current, request);
    return { json: current };
  };
  return {
    save,
    read: () => ({ json: current }),
    /** Somebody else maps a job title. */
    elsewhere(name: string, jobFamily: string) {
      current = withNames(current, {
        jobTitles: [
          ...current.jobTitles.flatMap((row) =>
            row.name === name || row.jobFamily === null
              ? []
              : [{ ...row, jobFamily: row.jobFamily }],
          ),
          { name, jobFamily },
        ],
      });
    },
  };
}

function withNames(
  before: JobFamiliesResponse,
  { jobTitles }: Pick<SaveJobFamiliesRequest, 'jobTitles'>,
): JobFamiliesResponse {
  const familyOf = new Map(jobTitles.map(({ name, jobFamily }) => [name, jobFamily]));
  return {
    ...before,
    eTag: `${before.eTag}+`,
    jobTitles: before.jobTitles.map((row) => ({
      ...row,
      jobFamily: familyOf.get(row.name) ?? null,
    })),
  };
}

function open(answers: Readonly<Record<string, Answer>> = {}, options: { again?: boolean } = {}) {
  const usual = mapping();
  return openTab({
    ...{ me: people.champion, at: 'programme/job-families', ...options },
    answers: {
      'GET /api/programme/job-families': usual.read,
      'POST /api/programme/job-families': usual.save,
      'GET /api/adoption/usage-reports': () => ({ json: reports }),
      'POST /api/adoption/usage-reports': () => ({ json: receipt }),
      ...answers,
    },
  });
}

const familyOf = (name: string) => screen.findByRole('combobox', { name: `Job family of ${name}` });

describe('job families', () => {
  test('shows first what is not mapped, with how many people that concerns', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Job titles' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('rowheader')[0]?.textContent)).toEqual([
      ...['Trainee', 'Clerk', 'Partner'],
    ]);
    expect(screen.getByText('15 people belong to no job family.')).toBeTruthy();
    expect(await familyOf('Partner')).toHaveProperty('value', 'advisory');
    expect(await familyOf('Trainee')).toHaveProperty('value', '');
  });

  test('are saved as a whole, and what is saved is no longer a draft', async () => {
    const opened = open();
    await opened.user.selectOptions(await familyOf('Trainee'), 'Tax');
    await opened.user.selectOptions(await familyOf('Partner'), 'None');
    expect(await screen.findByText('2 changes not saved yet')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It holds from today on.')).toBeTruthy();
    expect(opened.requestsTo('POST /api/programme/job-families')[0]?.body).toEqual({
      eTag: '"1"',
      jobTitles: [{ name: 'Trainee', jobFamily: 'tax' }],
      departments: [{ name: 'Tax', jobFamily: 'tax' }],
    });
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  });

  test('survive a reload, and an outage when they are saved', async () => {
    const store = mapping();
    const away: Answer = () => ({ status: 503, json: { code: 'x', message: 'Not now.' } });
    const answers = {
      'GET /api/programme/job-families': store.read,
      'POST /api/programme/job-families': away,
    };
    const first = open(answers);
    await first.user.selectOptions(await familyOf('Clerk'), 'Advisory');
    await first.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Not now\..*kept on this device/)).toBeTruthy();
    first.close();
    const second = open(
      { ...answers, 'POST /api/programme/job-families': store.save },
      { again: true },
    );
    expect(await screen.findByText('1 change not saved yet')).toBeTruthy();
    expect(await familyOf('Clerk')).toHaveProperty('value', 'advisory');
    await second.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It holds from today on.')).toBeTruthy();
  });

  test('that someone else changed too are shown in both versions, to choose from', async () => {
    const store = mapping();
    const opened = open({
      'GET /api/programme/job-families': store.read,
      'POST /api/programme/job-families': store.save,
    });
    await opened.user.selectOptions(await familyOf('Trainee'), 'Tax');
    store.elsewhere('Trainee', 'advisory');
    await opened.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Trainee: they chose Advisory, you chose Tax.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await opened.user.click(screen.getByRole('button', { name: 'Keep mine for Trainee' }));
    await opened.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It holds from today on.')).toBeTruthy();
    expect(await familyOf('Trainee')).toHaveProperty('value', 'tax');
  });

  test('that someone else did not touch are saved with theirs', async () => {
    const store = mapping();
    const opened = open({
      'GET /api/programme/job-families': store.read,
      'POST /api/programme/job-families': store.save,
    });
    await opened.user.selectOptions(await familyOf('Trainee'), 'Tax');
    store.elsewhere('Clerk', 'advisory');
    await opened.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It holds from today on.')).toBeTruthy();
    expect(await familyOf('Trainee')).toHaveProperty('value', 'tax');
    expect(await familyOf('Clerk')).toHaveProperty('value', 'advisory');
  });

  test('can be mapped while nobody knows how many people they concern', async () => {
    const unknown = families.jobTitles.map((row) => ({ ...row, people: null }));
    open({
      'GET /api/programme/job-families': () => ({
        json: { ...families, jobTitles: unknown, withoutJobFamily: null },
      }),
    });
    expect(await screen.findByText(/the directory does not answer/)).toBeTruthy();
    expect(screen.getAllByText('unknown')).toHaveLength(3);
    expect(screen.queryByText('0')).toBeNull();
  });

  test('of many titles are shown first for those that concern most people, the rest when asked', async () => {
    const titles = Array.from({ length: 60 }, (_, index) => ({
      ...{ name: `Title ${index + 1}`, jobFamily: null, people: 60 - index },
    }));
    const opened = open({
      'GET /api/programme/job-families': () => ({ json: { ...families, jobTitles: titles } }),
    });
    await familyOf('Title 50');
    expect(screen.queryByRole('combobox', { name: 'Job family of Title 51' })).toBeNull();
    await opened.user.click(screen.getByRole('button', { name: 'Show all 60' }));
    expect(await familyOf('Title 60')).toBeTruthy();
  });

  test('that there are none yet says where to add them', async () => {
    open({
      'GET /api/programme/job-families': () => ({ json: { ...families, jobFamilies: [] } }),
    });
    expect(await screen.findByText('This programme has no job families yet')).toBeTruthy();
  });

  test('that cannot be loaded say so, and the rest of the page is there', async () => {
    open({
      'GET /api/programme/job-families': () => ({
        ...{ status: 403, json: { code: 'notYourProgramme', message: 'Not yours.' } },
      }),
    });
    expect(await screen.findByText(/Not yours\./)).toBeTruthy();
    expect(await screen.findByText(/Copilot’s report is up to date/)).toBeTruthy();
  });
});

describe('Copilot’s report', () => {
  test('with concealed names says which setting to change, and where', async () => {
    open({
      'GET /api/adoption/usage-reports': () => ({
        json: { ...reports, copilot: { state: 'concealed', reportedOn: '2026-11-23' } },
      }),
    });
    expect(await screen.findByText(/conceals names, so its days cannot be counted/)).toBeTruthy();
    expect(screen.getByText(/Org settings → Reports/)).toBeTruthy();
  });

  test('that cannot be read says since when, beside what is known', async () => {
    open({
      'GET /api/adoption/usage-reports': () => ({
        json: { ...reports, trouble: { kind: 'noAnswer', since: '2026-11-25T06:00:00Z' } },
      }),
    });
    expect(await screen.findByText(/Microsoft has not answered since 25 Nov 2026/)).toBeTruthy();
    expect(screen.getByText(/Copilot’s report is up to date/)).toBeTruthy();
  });
});

describe('a usage file', () => {
  const upload = async (opened: ReturnType<typeof open>, text: string) => {
    const file = new File([text], 'use.csv', { type: 'text/csv' });
    await opened.user.upload(await screen.findByLabelText('Choose a CSV file'), file);
  };

  test('is sent as it is, and answered with what was counted and which rows were not', async () => {
    const opened = open();
    await upload(opened, 'user,date,count\n=1+1,2026-11-19,1\n');
    expect(await screen.findByText(/2 days counted; 1 was known already/)).toBeTruthy();
    expect(screen.getByText(/1 person is not in your programme/)).toBeTruthy();
    const refused = screen.getByRole('table', { name: '2 rows are not counted' });
    expect(
      within(refused)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'RowWhy',
      '4Its date cannot be read: write it as 2026-11-23.',
      '6This person is not in your programme.',
    ]);
    expect(opened.requestsTo('POST /api/adoption/usage-reports')[0]?.body).toBe(
      'user,date,count\n=1+1,2026-11-19,1\n',
    );
  });

  test('that is refused says why, and is not offered again', async () => {
    const opened = open({
      'POST /api/adoption/usage-reports': () => ({
        status: 409,
        json: { code: 'concealedNames', message: 'This report conceals names.' },
      }),
    });
    await upload(opened, 'user,date,count\n');
    expect(await screen.findByText(/This report conceals names\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('that met an outage is still chosen, to be sent again', async () => {
    let calls = 0;
    const opened = open({
      'POST /api/adoption/usage-reports': () => {
        calls += 1;
        return calls === 1
          ? { status: 503, json: { code: 'x', message: 'Not now.' } }
          : { json: receipt };
      },
    });
    await upload(opened, 'user,date,count\n');
    await opened.user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/2 days counted/)).toBeTruthy();
  });

  test('that is too large is not sent', async () => {
    const opened = open();
    await upload(opened, 'x'.repeat(longestUsageFile + 1));
    expect(await screen.findByText(/larger than 8 MB/)).toBeTruthy();
    expect(opened.requestsTo('POST /api/adoption/usage-reports')).toEqual([]);
  });
});

test.each([
  ['a member', people.member, 'Library'],
  ['a leader', people.leader, 'Everyday AI'],
])('%s does not get there', async (_, me, landing) => {
  openTab({
    me,
    at: 'programme/job-families',
    answers: {
      'GET /api/adoption/dashboard': () => ({
        status: 403,
        json: { code: 'x', message: 'Everyday AI' },
      }),
    },
  });
  expect((await screen.findAllByText(new RegExp(landing))).length).toBeGreaterThan(0);
  expect(screen.queryByText('People and data')).toBeNull();
});
