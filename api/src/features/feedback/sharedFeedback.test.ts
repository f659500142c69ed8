import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedbackResponse } from '@last-mile/shared/feedback';
import {
  workingCalendarResponse,
  type SaveWorkingCalendarRequest,
} from '@last-mile/shared/programme';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { saveLibrarySettings } from '../../../local-tenant/testing/librarySettings';
import { people, type PersonName } from '../../../local-tenant/testProduct';

/** Alice's programme shares its library, erin's has taken it: what erin flags there is alice's to answer. */
let stage: FeedbackStage;
beforeEach(async () => {
  stage = await createFeedbackStage();
  const alices = stage.it.programme.clientKey;
  await saveLibrarySettings(stage.it, 'alice', { sharesLibrary: true, librariesFrom: [] });
  await saveLibrarySettings(stage.it, 'erin', { sharesLibrary: false, librariesFrom: [alices] });
});
afterEach(() => stage.it.close());

async function saveCalendar(name: PersonName, wanted: Partial<SaveWorkingCalendarRequest>) {
  const path = '/api/programme/working-calendar';
  const known = workingCalendarResponse.parse(await (await stage.it.ask(name, path)).json());
  expect((await stage.it.ask(name, path, { ...known, ...wanted })).status).toBe(200);
}

const decline = {
  do: 'close',
  outcome: { route: 'declined', reason: 'It was meant so.' },
  note: null,
} as const;

async function flagByErin(named: boolean) {
  const { clientKey, version } = await stage.publish();
  const about = { type: 'libraryItem', itemKey: clientKey, version } as const;
  return stage.send({ about, named }, 'erin');
}

async function mine(key: string) {
  const answer = await stage.it.ask('erin', '/api/feedback/mine');
  const { items } = feedbackResponse.parse(await answer.json());
  return items.find(({ clientKey }) => clientKey === key);
}

describe('who flagged an item of another programme’s library', () => {
  test('says that it did not help: it is due by the working days of those who answer', async () => {
    const key = await flagByErin(false);
    await stage.act(key, decline);
    // A Thursday; both programmes work on other days from here on.
    stage.setNow('2026-11-26T09:00:00Z');
    await saveCalendar('alice', { holidays: [{ day: '2026-11-27', name: null }] });
    await saveCalendar('erin', { responseDays: 7 });

    const answer = { clientKey: randomUUID(), helped: false, words: 'It still names last year.' };
    const answered = await stage.it.ask('erin', `/api/feedback/${key}/helped`, answer);
    expect(answered.status).toBe(202);
    await stage.it.product.app.resume();
    const opened = { state: 'new', reopened: 1, dueOn: '2026-12-01', helped: false };
    expect(await stage.seen(key)).toMatchObject({ ...opened, helpedWords: answer.words });
    expect(await mine(key)).toMatchObject(opened);
  });

  test.each([true, false])('is told what became of it, with a name given: %s', async (named) => {
    const key = await flagByErin(named);
    await stage.act(key, decline);
    expect(await stage.it.product.notices?.run()).toBe(true);
    expect(
      stage.it.tenant.notifications().map(({ userId, activityType }) => [userId, activityType]),
    ).toEqual([[people.erin, 'feedbackClosed']]);
  });
});
