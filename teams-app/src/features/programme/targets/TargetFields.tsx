import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import {
  shareMetrics,
  targetMetrics,
  type Target,
  type TargetMetric,
} from '@last-mile/shared/programme';
import { Definition } from '../../../app/figures/Definition';
import { NumberField } from './NumberField';
import { targetFieldTexts as texts } from './targetFieldTexts';
import { targetTexts } from './targetTexts';

export interface TargetFieldsProps {
  targets: readonly Target[];
  /** The day by which a new target is set. */
  usualDay: string;
  onChange: (targets: Target[]) => void;
}

/** Where the value of a metric's target is written. */
export const targetFieldId = (metric: TargetMetric) => `target-${metric}`;

/** A row for each figure: what shall be reached, and by when. Left empty, it has no target. */
export function TargetFields({ targets, usualDay, onChange }: TargetFieldsProps) {
  const styles = useStyles();
  function change(metric: TargetMetric, part: { value?: number | null; by?: string }) {
    const before = targets.find((target) => target.metric === metric);
    const value = part.value === undefined ? (before?.value ?? null) : part.value;
    const by = part.by ?? before?.by ?? usualDay;
    onChange(
      targetMetrics.flatMap((each) => {
        if (each !== metric) return targets.filter((target) => target.metric === each);
        return value === null ? [] : [{ metric, value, by }];
      }),
    );
  }
  return (
    <ul className={styles.list}>
      {targetMetrics.map((metric) => {
        const target = targets.find((each) => each.metric === metric);
        const title = targetTexts.metrics[metric];
        const isShare = shareMetrics.has(metric);
        return (
          <li key={metric} className={styles.row}>
            <div className={styles.value}>
              <NumberField
                id={targetFieldId(metric)}
                label={title}
                required={metric === 'activeRate'}
                value={target?.value ?? null}
                unit={unitOf(metric)}
                wrong={isShare ? texts.wrongShare : texts.wrongNumber}
                read={(typed) => (isShare ? toShare(typed) : typed >= 0 ? typed : null)}
                write={(value) => (isShare ? Math.round(value * 1_000) / 10 : value)}
                onChange={(value) => {
                  change(metric, { value });
                }}
              />
              <Definition
                of={title}
                words={`${targetTexts.definitions[metric]} ${targetTexts.baselineIs}`}
              />
            </div>
            {target !== undefined && (
              <Field label={texts.by(title)}>
                <Input
                  type="date"
                  value={target.by}
                  onChange={(_, { value }) => {
                    if (value !== '') change(metric, { by: value });
                  }}
                />
              </Field>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const toShare = (percent: number) => (percent >= 0 && percent <= 100 ? percent / 100 : null);

function unitOf(metric: TargetMetric): string {
  if (shareMetrics.has(metric)) return '%';
  return metric === 'draftingMinutes' ? texts.minutes : texts.perHundred;
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL },
  value: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalXS },
});
