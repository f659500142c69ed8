import { writeHolidays, type ProgrammeDraft } from '@last-mile/shared/programme';
import type { Formats } from '../../../app/formats';
import { calendarTexts } from '../calendar/calendarTexts';
import { valueInWords } from '../targets/targetInWords';
import { targetTexts } from '../targets/targetTexts';
import { guidedStartTexts as texts } from './guidedStartTexts';

/** A part of a draft and what was said of it; null where nothing was. */
export interface DraftLine {
  readonly label: string;
  readonly said: string | null;
}

export interface DraftNames {
  readonly nameOf: (userId: string) => string;
  readonly groupNameOf: (groupId: string) => string;
}

/** All that a draft says, part by part, in the order of the steps. */
export function draftInWords(
  draft: ProgrammeDraft,
  { nameOf, groupNameOf }: DraftNames,
  formats: Formats,
): DraftLine[] {
  const { groupId, ownerId, sponsorId, weeklyHours, lighterHours, budget, startsOn, weeks } = draft;
  const list = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join(', '));
  return [
    { label: texts.name, said: draft.name },
    { label: texts.group, said: groupId && groupNameOf(groupId) },
    { label: texts.owner, said: ownerId && nameOf(ownerId) },
    { label: texts.deputies, said: list(draft.deputyIds.map(nameOf)) },
    { label: texts.sponsor, said: sponsorId && nameOf(sponsorId) },
    {
      label: texts.steps.effort,
      said:
        weeklyHours === null || lighterHours === null
          ? null
          : texts.hoursThen(formats.decimal(weeklyHours), formats.decimal(lighterHours)),
    },
    { label: texts.budget, said: budget && budgetInWords(budget, formats) },
    {
      label: texts.steps.time,
      said:
        startsOn === null || weeks === null ? null : texts.weeksFrom(weeks, formats.day(startsOn)),
    },
    { label: texts.timeZone, said: draft.timeZone },
    { label: texts.workingDays, said: list(draft.workingDays.map((day) => calendarTexts[day])) },
    {
      label: texts.holidays,
      said: list(writeHolidays(draft.holidays).split('\n').filter(Boolean)),
    },
    {
      label: texts.steps.targets,
      said: list(
        draft.targets.map(({ metric, value, by }) =>
          texts.targetBy(
            targetTexts.metrics[metric],
            valueInWords(metric, value, formats),
            formats.day(by),
          ),
        ),
      ),
    },
    { label: texts.steps.families, said: list(draft.jobFamilies.map(({ name }) => name)) },
  ];
}

/** An amount with its currency; nothing to spend is said so. */
export function budgetInWords(
  { amount, currency }: NonNullable<ProgrammeDraft['budget']>,
  formats: Formats,
): string {
  return amount === 0 ? texts.noBudgetNeeded : `${formats.number(amount)} ${currency}`;
}
