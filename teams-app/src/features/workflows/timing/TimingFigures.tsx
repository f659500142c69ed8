import { Text } from '@fluentui/react-components';
import { smallestGroupShown, type Comparison, type Measure } from '@last-mile/shared/adoption';
import { timingPoints, type TaskTimings, type WorkflowMap } from '@last-mile/shared/workflows';
import { DataTable } from '../../../app/DataTable';
import { comparisonInWords, intervalInWords } from '../../../app/figures/comparisonWords';
import type { Formats } from '../../../app/formats';
import { useSession } from '../../../app/session';
import { workflowsTexts } from '../workflowsTexts';
import { timingTexts as texts } from './timingTexts';

export interface TimingFiguresProps {
  map: Pick<WorkflowMap, 'steps'>;
  timings: TaskTimings;
}

const laterPoints = ['day30', 'day60', 'day90'] as const;

/** What everybody's times come to: medians at each point, and the same people against their baseline. */
export function TimingFigures({ map, timings }: TimingFiguresProps) {
  const { formats } = useSession();
  const nameOf = (stepKey: string) => map.steps.find(({ id }) => id === stepKey)?.name ?? '';
  const rows = [
    { key: '', name: texts.wholeTask, ...timings },
    ...timings.steps.map(({ stepKey, ...step }) => ({
      ...{ key: stepKey, ...step },
      name: nameOf(stepKey) || workflowsTexts.unnamed,
    })),
  ];
  const isKnown = ({ state }: Measure | Comparison) => state === 'known';
  const compared = rows.filter(({ since }) => Object.values(since).some(isKnown));
  if (!rows.some(({ points }) => Object.values(points).some(isKnown))) {
    return (
      <Text>
        {texts.nothingYet} {texts.needsFive(smallestGroupShown)}
      </Text>
    );
  }
  return (
    <>
      <DataTable
        caption={texts.medians}
        columns={[
          { key: 'step', title: texts.step },
          ...timingPoints.map((point) => ({
            ...{ key: point, title: texts.points[point], numeric: true },
          })),
        ]}
        rows={rows.map(({ key, name, points }) => ({
          key,
          cells: [name, ...timingPoints.map((point) => medianInWords(points[point], formats))],
        }))}
      />
      <Text>{texts.needsFive(smallestGroupShown)}</Text>
      {compared.length === 0 ? (
        <Text>{texts.noComparison}</Text>
      ) : (
        <DataTable
          caption={texts.since}
          columns={[
            { key: 'step', title: texts.step },
            ...laterPoints.map((point) => ({ key: point, title: texts.points[point] })),
          ]}
          rows={compared.map(({ key, name, since }) => ({
            key,
            cells: [
              name,
              ...laterPoints.map((point) => (
                <SinceBaseline key={point} figure={since[point]} formats={formats} />
              )),
            ],
          }))}
        />
      )}
    </>
  );
}

function medianInWords(figure: Measure, { minutes }: Formats): string {
  if (figure.state !== 'known') return texts.notEnough;
  return texts.medianOf(minutes(figure.value), texts.people(figure.n));
}

/** How far the same people are from their baseline, and how sure that is. */
function SinceBaseline({ figure, formats }: { figure: Comparison; formats: Formats }) {
  const interval = intervalInWords(texts.compared, figure, formats);
  return (
    <>
      {comparisonInWords(figure, formats)}
      {interval !== null && (
        <>
          <br />
          {interval}
        </>
      )}
    </>
  );
}
