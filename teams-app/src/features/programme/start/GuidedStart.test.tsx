import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  emptyDraft,
  type ProgrammeDraft,
  type ProgrammeDraftResponse,
  type SaveDraftRequest,
} from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people, programme } from '../../../testing/people';

const champion = { ...people.outsider, roles: ['Champion' as const] };
const lead = 'c0000000-0000-4000-8000-000000000099';
const groupId = 'a0000000-0000-4000-8000-000000000001';
const save = 'POST /api/programme-drafts';

const ready: ProgrammeDraft = {
  ...emptyDraft,
  ...{ name: 'AI in tax', groupId, ownerId: champion.userId, sponsorId: lead },
  ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 0, currency: 'EUR' } },
  ...{ startsOn: '2099-01-05', timeZone: 'Europe/Berlin' },
  targets: [{ metric: 'activeRate', value: 0.6, by: '2099-04-05' }],
  jobFamilies: [{ id: 'tax', name: 'Tax' }],
};
const storedOf = (
  draft: ProgrammeDraft,
  more: Partial<ProgrammeDraftResponse> = {},
): ProgrammeDraftResponse => ({
  ...{ clientKey: '1b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11', eTag: '"d,1"', draft, gaps: [] },
  people: [{ userId: lead, name: 'Lea Schmid', jobTitle: null }],
  group: { groupId, name: 'Tax people' },
  ...{ draftedBy: champion.userId, savedAt: '2026-11-26T08:00:00Z' },
  ...more,
});

/** An API that keeps what is saved. */
function openStart(drafts: ProgrammeDraftResponse[] = [], answers: Record<string, Answer> = {}) {
  const kept = new Map(drafts.map((each) => [each.clientKey, each]));
  let version = 1;
  return openTab({
    me: champion,
    at: 'programme/start',
    answers: {
      'GET /api/programme-drafts': () => ({ json: { drafts: [...kept.values()] } }),
      [save]: ({ body }) => {
        const { clientKey, draft } = body as SaveDraftRequest;
        version += 1;
        const eTag = `"d,${String(version)}"`;
        kept.set(clientKey, storedOf(draft, { clientKey, eTag }));
        return { json: kept.get(clientKey) };
      },
      'GET /api/directory/groups': () => ({
        json: { groups: [{ groupId, name: 'Tax people' }] },
      }),
      'GET /api/directory/people': () => ({
        json: { people: [{ userId: lead, name: 'Lea Schmid', jobTitle: 'Partner' }] },
      }),
      ...answers,
    },
  });
}

const goOn = () => screen.findByRole('button', { name: 'Go on with AI in tax' });
const toStep = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'Steps' })).getByRole('button', { name });
const start = () => screen.getByRole('button', { name: 'Start the programme' });

describe('who is in no programme', () => {
  test('is offered to start one, as a champion', async () => {
    const { user } = openTab({
      me: champion,
      answers: { 'GET /api/programme-drafts': () => ({ json: { drafts: [] } }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Start a programme' }));
    expect(
      await screen.findByRole('heading', { name: 'Step 1 of 7: Whom it is for' }),
    ).toBeTruthy();
  });

  test('is told whom to ask, as anybody else', async () => {
    openTab({ me: people.outsider, at: 'programme/start' });
    expect(await screen.findByText(/Ask the champion who set up this channel/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start a programme' })).toBeNull();
  });
});

describe('the guided start', () => {
  test('saves itself, and is taken up again where it was left', async () => {
    const first = openStart();
    await first.user.type(
      await screen.findByRole('textbox', { name: /Name of the programme/ }),
      'AI in tax',
    );
    await first.user.type(screen.getByRole('combobox', { name: /Group of people/ }), 'ta');
    await first.user.click(await screen.findByRole('option', { name: 'Tax people' }));
    await waitFor(() => {
      const [last] = first.requestsTo(save).slice(-1);
      expect((last?.body as SaveDraftRequest).draft).toMatchObject({ name: 'AI in tax', groupId });
    });
    expect(await screen.findByText('Saved')).toBeTruthy();
    const { clientKey, draft } = first.requestsTo(save).at(-1)?.body as SaveDraftRequest;
    first.close();

    const second = openStart([storedOf(draft, { clientKey, gaps: ['noOwner'] })]);
    expect(await screen.findByText(/1 thing is missing/)).toBeTruthy();
    await second.user.click(await goOn());
    expect(
      screen.getByRole<HTMLInputElement>('textbox', { name: /Name of the programme/ }).value,
    ).toBe('AI in tax');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: /Group of people/ }).value).toBe(
      'Tax people',
    );
  });

  test('keeps what was typed a moment before it is left', async () => {
    const { user, close, requestsTo } = openStart([storedOf(ready)]);
    await user.click(await goOn());
    await user.type(screen.getByRole('textbox', { name: /Name of the programme/ }), '!');
    close();
    await waitFor(() => {
      expect((requestsTo(save).at(-1)?.body as SaveDraftRequest).draft.name).toBe('AI in tax!');
    });
  });

  test('says what is missing, and leads to it', async () => {
    const { user } = openStart([storedOf({ ...ready, sponsorId: null, targets: [] })]);
    await user.click(await goOn());
    await user.click(toStep(/^Look over and start, open/));
    expect(document.activeElement?.textContent).toBe('Step 7 of 7: Look over and start');
    await user.click(start());
    expect(document.activeElement?.textContent).toBe('Choose the sponsor');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Sponsor/ }));
    expect(toStep(/^What it shall reach, open/)).toBeTruthy();
    expect(toStep(/^Job families, done/)).toBeTruthy();
  });

  test('says of an owner who never opened Last Mile what helps', async () => {
    const { user } = openStart([storedOf(ready, { gaps: ['ownerNotChampion'] })]);
    await user.click(await goOn());
    await user.click(toStep(/^Look over/));
    expect(screen.getByText(/Ask them to open Last Mile once/)).toBeTruthy();
  });

  test('starts once nothing is missing, as the draft was saved last', async () => {
    const clientKey = storedOf(ready).clientKey;
    const { user, requestsTo } = openStart([storedOf(ready)], {
      [`POST /api/programme-drafts/${clientKey}/start`]: () => ({
        json: { ...programme, clientKey, name: 'AI in tax' },
      }),
    });
    await user.click(await goOn());
    await user.type(screen.getByRole('textbox', { name: /Name of the programme/ }), '!');
    await user.click(toStep(/^Look over and start, done/));
    await user.click(start());
    expect(await screen.findByRole('heading', { name: 'It is started' })).toBeTruthy();
    // What nobody but an admin can do is told at once.
    expect(
      screen.getByText(
        `To an owner of Last Mile’s SharePoint site: please let the people of AI in tax read the lists that are for all. Run “npm run provision -- --step sharepoint”, or add the Entra group ${programme.groupId} to the site’s visitors (Settings, Site permissions).`,
      ),
    ).toBeTruthy();
    expect(requestsTo(save).map(({ body }) => (body as SaveDraftRequest).draft.name)).toEqual([
      'AI in tax!',
    ]);
    expect(
      requestsTo(`POST /api/programme-drafts/${clientKey}/start`).map(({ body }) => body),
    ).toEqual([{ eTag: '"d,2"' }]);
  });

  test('shows both where somebody else changed it meanwhile, and writes only what was chosen', async () => {
    const theirs = storedOf({ ...ready, name: 'By Bob', weeks: 12 }, { eTag: '"d,9"' });
    let isFirst = true;
    const { user, requestsTo } = openStart([storedOf(ready)], {
      [save]: ({ body }) => {
        if (!isFirst) return { json: storedOf((body as SaveDraftRequest).draft) };
        isFirst = false;
        const refusal = { code: 'conflict', message: 'Someone changed this meanwhile.' };
        return { status: 412, json: { ...refusal, current: theirs } };
      },
    });
    await user.click(await goOn());
    await user.type(screen.getByRole('textbox', { name: /Name of the programme/ }), '!');
    expect(
      await screen.findByRole('heading', { name: 'Somebody changed this meanwhile' }),
    ).toBeTruthy();
    expect(
      screen.getByRole('row', { name: /Name of the programme AI in tax! By Bob/ }),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => {
      expect(requestsTo(save).at(-1)?.body).toMatchObject({
        ...{ eTag: '"d,9"', draft: { name: 'AI in tax!', weeks: 8 } },
      });
    });
  });

  test('says so where it could not be saved, and saves again when asked', async () => {
    let away = true;
    const { user } = openStart([storedOf(ready)], {
      [save]: ({ body }) =>
        away
          ? {
              status: 503,
              json: { code: 'sharePointUnavailable', message: 'SharePoint does not answer.' },
            }
          : { json: storedOf((body as SaveDraftRequest).draft) },
    });
    await user.click(await goOn());
    await user.type(screen.getByRole('textbox', { name: /Name of the programme/ }), '!');
    const again = await screen.findByRole('button', { name: 'Save again' });
    away = false;
    await user.click(again);
    expect(await screen.findByText('Saved')).toBeTruthy();
  });
});

describe('a draft that nobody needs', () => {
  const stored = storedOf(ready);
  const removal = `POST /api/programme-drafts/${stored.clientKey}/removal`;
  const ask = () => screen.findByRole('button', { name: 'Discard the draft of AI in tax' });
  const confirm = () => screen.getByRole('button', { name: 'Discard it' });

  test('is discarded as it was read, once that was confirmed', async () => {
    const { user, requestsTo } = openStart([stored], {
      [removal]: () => ({ json: { drafts: [] } }),
    });
    await user.click(await ask());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }));
    expect(requestsTo(removal)).toEqual([]);
    await user.click(confirm());
    expect(
      await screen.findByText('The draft is discarded. You can begin a new one.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on with AI in tax' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('You began this');
    expect(requestsTo(removal).map(({ body }) => body)).toEqual([{ eTag: '"d,1"' }]);
  });

  test('stays where the person thinks again', async () => {
    const { user, requestsTo } = openStart([stored]);
    await user.click(await ask());
    await user.keyboard('{Enter}');
    await waitFor(async () => {
      expect(document.activeElement).toBe(await ask());
    });
    expect(requestsTo(removal)).toEqual([]);
    expect(await goOn()).toBeTruthy();
  });

  test('stays where somebody changed it meanwhile, and is shown as it is now', async () => {
    const theirs = storedOf({ ...ready, name: 'By Bob' }, { eTag: '"d,9"' });
    let isOvertaken = false;
    const { user } = openStart([], {
      'GET /api/programme-drafts': () => ({ json: { drafts: [isOvertaken ? theirs : stored] } }),
      [removal]: () => {
        isOvertaken = true;
        const refusal = { code: 'conflict', message: 'Someone changed this meanwhile.' };
        return { status: 412, json: { ...refusal, current: theirs } };
      },
    });
    await user.click(await ask());
    await user.click(confirm());
    expect(
      await screen.findByText('Somebody changed it meanwhile. Look at it once more.'),
    ).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Go on with By Bob' })).toBeTruthy();
  });
});
