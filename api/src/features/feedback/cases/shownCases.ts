import { byWhatIsToDo, type PromptCase } from '@last-mile/shared/feedback';
import type { Names } from '../../../auth/names';
import type { StandingCase } from './standingCases';

/** Cases as they are shown, in the order of a case book. */
export async function toPromptCases(
  cases: readonly StandingCase[],
  names: Names,
): Promise<PromptCase[]> {
  const found = await names.of(
    cases.flatMap(({ record, walks }) => [record.madeBy, ...walks.map((walk) => walk.walkedBy)]),
  );
  const person = (userId: string) => ({ userId, name: found.get(userId) ?? null });
  const shown = cases.map(({ record, retired, walks, ...each }): PromptCase => {
    const isWithdrawn = retired?.because === 'consentWithdrawn';
    return {
      clientKey: each.clientKey,
      ...{ itemKey: record.itemKey, fromFeedback: record.fromFeedback, fixedIn: record.fixedIn },
      input: isWithdrawn ? null : record.input,
      wentWrong: isWithdrawn ? null : record.wentWrong,
      mustHold: record.mustHold,
      ...{ createdBy: person(record.madeBy), createdAt: record.madeAt },
      ...{ retired, standing: each.standing },
      walks: walks.map(({ clientKey, version, outcome, note, walkedBy, walkedAt, delivered }) => ({
        ...{ clientKey, version, outcome, note, walkedAt, delivered },
        walkedBy: person(walkedBy),
      })),
      ...{ eTag: each.eTag, delivered: each.delivered },
    };
  });
  return shown.sort(byWhatIsToDo);
}
