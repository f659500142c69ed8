import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { programmePlanClient } from '@last-mile/shared/client';
import {
  lastDayOf,
  planResponse,
  type Budget,
  type PlanResponse,
  type SavePlanRequest,
  type Target,
} from '@last-mile/shared/programme';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { StoredForm } from '../../../app/StoredForm';
import { useStoredChanges } from '../../../app/useStoredChanges';
import { DeputiesField } from '../start/DeputiesField';
import { DirectoryField } from '../start/DirectoryField';
import { EffortFields } from '../start/EffortFields';
import { guidedStartTexts } from '../start/guidedStartTexts';
import type { Found } from '../start/startQueries';
import { TargetFields } from '../targets/TargetFields';
import { planQueries } from './planQueries';
import { planTexts as texts } from './planTexts';

interface Chosen {
  readonly deputyIds: readonly string[];
  readonly sponsorId: string | null;
  readonly weeklyHours: number | null;
  readonly lighterHours: number | null;
  readonly budget: Budget | null;
  readonly targets: readonly Target[];
}

/** What can be changed of a plan while its programme runs. */
export function PlanForm({ stored }: { stored: PlanResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const [learnt, setLearnt] = useState<ReadonlyMap<string, string>>(new Map());
  const { chosen, change, hasChanges, ...outcome } = useStoredChanges({
    stored: chosenIn(stored),
    queryKey: planQueries.plan(api).queryKey,
    schema: planResponse,
    save: (plan: Omit<SavePlanRequest, 'eTag'>) =>
      programmePlanClient(api).savePlan({ eTag: stored.eTag, ...plan }),
  });
  const learn = ({ id, name }: Found) => {
    setLearnt((before) => new Map(before).set(id, name));
  };
  const nameOf = (id: string) =>
    learnt.get(id) ?? stored.people.find(({ userId }) => userId === id)?.name ?? texts.unknown;
  return (
    <StoredForm {...outcome} wanted={hasChanges ? wantedOf(chosen) : null} texts={texts} primary>
      <DeputiesField
        {...{ api, nameOf }}
        label={texts.deputies}
        hint={guidedStartTexts.deputiesHint}
        deputyIds={chosen.deputyIds}
        onAdd={(person) => {
          learn(person);
          change({
            deputyIds: [...chosen.deputyIds.filter((each) => each !== person.id), person.id],
          });
        }}
        onRemove={(id) => {
          change({ deputyIds: chosen.deputyIds.filter((each) => each !== id) });
        }}
      />
      <DirectoryField
        api={api}
        of="people"
        label={texts.sponsor}
        hint={guidedStartTexts.sponsorHint}
        required
        chosen={chosen.sponsorId === null ? '' : nameOf(chosen.sponsorId)}
        onPick={(person) => {
          if (person !== null) learn(person);
          change({ sponsorId: person?.id ?? null });
        }}
      />
      <section className={styles.part}>
        <EffortFields
          weeklyHours={chosen.weeklyHours}
          lighterHours={chosen.lighterHours}
          budget={chosen.budget}
          change={change}
        />
      </section>
      <section className={styles.part}>
        <Subtitle2 as="h3">{texts.targets}</Subtitle2>
        <TargetFields
          targets={chosen.targets}
          usualDay={lastDayOf(stored)}
          onChange={(targets) => {
            change({ targets });
          }}
        />
      </section>
    </StoredForm>
  );
}

const chosenIn = ({ deputyIds, sponsorId, effort, targets }: PlanResponse): Chosen => ({
  ...{ deputyIds, sponsorId },
  weeklyHours: effort?.weeklyHours ?? null,
  lighterHours: effort?.lighterHours ?? null,
  budget: effort?.budget ?? null,
  targets: targets.map(({ metric, value, by }) => ({ metric, value, by })),
});

/** What would be saved; null while something of it is missing. */
function wantedOf(chosen: Chosen): Omit<SavePlanRequest, 'eTag'> | null {
  const { deputyIds, sponsorId, weeklyHours, lighterHours, budget, targets } = chosen;
  const isWhole = sponsorId !== null && weeklyHours !== null && lighterHours !== null;
  if (!isWhole || budget === null) return null;
  return {
    ...{ deputyIds: [...deputyIds], sponsorId, weeklyHours, lighterHours, budget },
    targets: [...targets],
  };
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
