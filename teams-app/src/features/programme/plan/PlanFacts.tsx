import type { PlanResponse } from '@last-mile/shared/programme';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { budgetInWords } from '../start/draftInWords';
import { planTexts as texts } from './planTexts';

/** Who, for whom, when and with what. */
export function PlanFacts({ plan }: { plan: PlanResponse }) {
  const { formats } = useSession();
  const nameOf = (id: string) =>
    plan.people.find(({ userId }) => userId === id)?.name ?? texts.unknown;
  const { effort } = plan;
  const facts: readonly (readonly [string, string])[] = [
    [texts.phase, texts.phases[plan.phase]],
    [texts.owner, nameOf(plan.ownerId)],
    [texts.deputies, plan.deputyIds.map(nameOf).join(', ') || texts.nobody],
    [texts.sponsor, nameOf(plan.sponsorId)],
    [texts.group, plan.group?.name ?? texts.unknown],
    [
      texts.when,
      texts.weeksUntil(plan.weeks, formats.day(plan.startsOn), formats.day(plan.activeUntil)),
    ],
    [texts.timeZone, plan.timeZone],
    [
      texts.hours,
      effort === null
        ? texts.notPlanned
        : texts.hoursThen(
            formats.decimal(effort.weeklyHours),
            formats.decimal(effort.lighterHours),
          ),
    ],
    [texts.budget, effort === null ? texts.notPlanned : budgetInWords(effort.budget, formats)],
  ];
  return (
    <DataTable
      caption={plan.name}
      columns={[
        { key: 'what', title: texts.facts },
        { key: 'said', title: texts.planned },
      ]}
      rows={facts.map(([what, said]) => ({ key: what, cells: [what, said] }))}
    />
  );
}
