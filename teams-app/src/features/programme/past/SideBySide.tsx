import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import {
  targetMetrics,
  type ProgrammeSummary,
  type TargetMetric,
} from '@last-mile/shared/programme';
import { useState } from 'react';
import { DataTable } from '../../../app/DataTable';
import { Definition } from '../../../app/figures/Definition';
import type { Formats } from '../../../app/formats';
import { useSession } from '../../../app/session';
import { planTexts as texts } from '../plan/planTexts';
import { figureInWords, valueInWords } from '../targets/targetInWords';
import { targetTexts } from '../targets/targetTexts';

export interface SideBySideProps {
  /** At least one, the latest begun first. */
  programmes: readonly ProgrammeSummary[];
}

/** Two programmes beside each other, by the same figures; the latest two where nobody chose. */
export function SideBySide({ programmes }: SideBySideProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const [chosen, setChosen] = useState<readonly (string | undefined)[]>([]);
  const shown = [0, 1].flatMap(
    (at) => programmes.find(({ clientKey }) => clientKey === chosen[at]) ?? programmes[at] ?? [],
  );
  const metrics = targetMetrics.filter((metric) =>
    shown.some(({ targets }) => targets.some((target) => target.metric === metric)),
  );
  const facts: readonly (readonly [string, (programme: ProgrammeSummary) => string])[] = [
    [texts.begins, ({ startsOn }) => formats.day(startsOn)],
    [texts.length, ({ weeks }) => formats.number(weeks)],
    [texts.phase, ({ phase }) => texts.phases[phase]],
    [texts.ended, (programme) => endingInWords(programme, formats)],
    [texts.ownerStanding, ({ owner }) => texts.owners[owner.state]],
  ];
  return (
    <>
      {programmes.length > 2 && (
        <div className={styles.choice}>
          {shown.map(({ clientKey }, at) => (
            <Field key={at} label={at === 0 ? texts.first : texts.second}>
              <Select
                value={clientKey}
                onChange={(_, { value }) => {
                  setChosen([0, 1].map((each) => (each === at ? value : shown[each]?.clientKey)));
                }}
              >
                {programmes.map((each) => (
                  <option key={each.clientKey} value={each.clientKey}>
                    {each.name}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
      )}
      <DataTable
        caption={texts.pastTitle}
        captionHidden
        columns={[
          { key: 'what', title: texts.metric },
          ...shown.map(({ name }, at) => ({ key: String(at), title: name })),
        ]}
        rows={[
          ...facts.map(([what, said]) => ({ key: what, cells: [what, ...shown.map(said)] })),
          ...metrics.map((metric) => ({
            key: metric,
            cells: [
              <span key="metric" className={styles.metric}>
                {targetTexts.metrics[metric]}
                <Definition
                  of={targetTexts.metrics[metric]}
                  words={targetTexts.definitions[metric]}
                />
              </span>,
              ...shown.map((programme) => courseInWords(metric, programme, formats)),
            ],
          })),
        ]}
      />
    </>
  );
}

function endingInWords({ ended }: ProgrammeSummary, formats: Formats): string {
  if (ended === null) return texts.runs;
  return texts.endedAs(texts.endings[ended.ending.how], formats.day(ended.endedOn));
}

/** From what to what, and what the target was. What nobody knows stays so. */
function courseInWords(
  metric: TargetMetric,
  { targets }: ProgrammeSummary,
  formats: Formats,
): string {
  const target = targets.find((each) => each.metric === metric);
  if (target === undefined) return texts.noTarget;
  const from = figureInWords(metric, target.baseline, formats);
  const to = figureInWords(metric, target.result ?? target.current, formats);
  const goal = texts.goal(valueInWords(metric, target.value, formats));
  return `${texts.fromTo(from, to)}, ${goal}`;
}

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  metric: { display: 'inline-flex', alignItems: 'center' },
});
