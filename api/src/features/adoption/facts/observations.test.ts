import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { event, now, openFirmOfThirty, person, tenantId, type FirmOfThirty } from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('observations of drafts and of their use', () => {
  const draft = (more: object = {}) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: '2026-11-17T09:00:00Z', minutes: 12.5 },
    ...{ taskKey: null, template: null, surface: 'outlook', ...more },
  });
  const answerOf = (redo: boolean, itemKey = randomUUID()) => ({
    ...{ clientKey: randomUUID(), kind: 'redoAnswered', at: '2026-11-17T09:00:00Z' },
    ...{ itemKey, version: 2, redo, surface: 'teams' },
  });

  test('are kept once beside the actions of the same batch, each in its own table', async () => {
    const batch = [event(), draft(), draft({ minutes: null }), answerOf(true)];
    expect(await firm.send(person(3), ...batch)).toEqual({ accepted: 4, known: 0, refused: [] });
    expect(await firm.send(person(3), ...batch, draft())).toEqual({
      ...{ accepted: 1, known: 4, refused: [] },
    });
    expect(await firm.database.query('SELECT minutes, unobserved FROM subject_draft_week')).toEqual(
      [{ minutes: [12.5, 12.5], unobserved: 1 }],
    );
    expect(await firm.database.query('SELECT answers, redone FROM subject_redo_week')).toEqual([
      { answers: 1, redone: 1 },
    ]);
    expect(await firm.database.query('SELECT 1 FROM usage_event')).toHaveLength(1);
  });

  test('sent again in another order, to two instances at the same time, count once each', async () => {
    for (let round = 0; round < 3; round += 1) {
      const facts = Array.from({ length: 1_000 }, () => [event(), draft(), answerOf(true)]).flat();
      const receipts = await Promise.all(
        [facts, facts.toReversed()].map((candidates) =>
          firm.usage.record(
            [{ person: { tenantId, userId: person(3) }, candidates }],
            firm.programme.timeZone,
            now,
          ),
        ),
      );
      const accepted = receipts.flat().map((receipt) => receipt.accepted);
      expect(accepted.reduce((sum, each) => sum + each)).toBe(facts.length);
    }
  });

  test('tell paragraph by paragraph what became of a template', async () => {
    const template = (paragraphs: string[], keptShare: number | null) => ({
      template: {
        itemKey: '7f0cf1a2-93b6-4b57-8a3b-54b6f4a60c22',
        version: 3,
        keptShare,
        paragraphs,
      },
    });
    await firm.send(
      person(3),
      draft(template(['kept', 'rewritten'], 0.75)),
      draft(template(['kept', 'deleted'], null)),
      draft(template([], 1)),
    );
    expect(
      await firm.database.query(
        `SELECT paragraphs, kept_share AS "keptShare" FROM draft_observation ORDER BY paragraphs`,
      ),
    ).toEqual([
      { paragraphs: [], keptShare: 1 },
      { paragraphs: ['kept', 'deleted'], keptShare: null },
      { paragraphs: ['kept', 'rewritten'], keptShare: 0.75 },
    ]);
    expect(
      // What a row lists has no order of its own.
      await firm.database.query(
        `SELECT minutes, (SELECT array_agg(share ORDER BY share) FROM unnest(kept_shares) AS share) AS kept
           FROM subject_draft_week`,
      ),
    ).toEqual([{ minutes: [12.5, 12.5, 12.5], kept: [0.75, 1] }]);
  });

  test('of more than an hour, or of a part of a template over one, are refused', async () => {
    const receipt = await firm.send(person(3), draft({ minutes: 61 }), draft({ minutes: -1 }));
    expect(receipt.refused.map(({ reason }) => reason)).toEqual(['invalidEvent', 'invalidEvent']);
  });

  test('past their retention are let go with the actions', async () => {
    await firm.send(person(3), event(), draft(), answerOf(false));
    expect(await firm.usage.expire(new Date('2027-05-18T09:00:01Z'))).toBe(3);
    expect(await firm.database.query('SELECT 1 FROM subject_draft_week')).toHaveLength(1);
  });
});
