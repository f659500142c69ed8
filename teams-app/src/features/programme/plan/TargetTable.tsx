import { makeStyles } from '@fluentui/react-components';
import type { Measure } from '@last-mile/shared/adoption';
import { isReached, wayTo, type TargetCourse } from '@last-mile/shared/programme';
import { DataTable } from '../../../app/DataTable';
import { Definition } from '../../../app/figures/Definition';
import { useSession } from '../../../app/session';
import { figureInWords, valueInWords } from '../targets/targetInWords';
import { targetTexts } from '../targets/targetTexts';
import { planTexts as texts } from './planTexts';

/** Each target: from what it started, where it stands or what it came to, and how much of the way that is. */
export function TargetTable({ targets }: { targets: readonly TargetCourse[] }) {
  const styles = useStyles();
  const { formats } = useSession();
  const isOver = targets.some(({ result }) => result !== null);
  return (
    <DataTable
      caption={texts.targets}
      captionHidden
      columns={[
        { key: 'metric', title: texts.metric },
        { key: 'baseline', title: texts.baseline },
        { key: 'now', title: isOver ? texts.result : texts.now },
        { key: 'target', title: texts.target },
        { key: 'way', title: texts.way },
      ]}
      rows={targets.map((target) => {
        const { metric, baseline, current, result, value, by } = target;
        const title = targetTexts.metrics[metric];
        return {
          key: metric,
          cells: [
            <span key="metric" className={styles.metric}>
              {title}
              <Definition
                of={title}
                words={`${targetTexts.definitions[metric]} ${targetTexts.baselineIs}`}
              />
            </span>,
            baseline === null ? texts.notFrozen : figureInWords(metric, baseline, formats),
            figureInWords(metric, result ?? current, formats),
            texts.by(valueInWords(metric, value, formats), formats.day(by)),
            wayInWords(target, result ?? current ?? unknown, formats.percent),
          ],
        };
      })}
    />
  );
}

const unknown: Measure = { state: 'notEnoughData' };

function wayInWords(
  target: TargetCourse,
  figure: Measure,
  percent: (share: number) => string,
): string {
  if (isReached(target, figure) === true) return texts.reached;
  const way = wayTo(target, figure);
  return way === null ? '' : percent(way);
}

const useStyles = makeStyles({ metric: { display: 'inline-flex', alignItems: 'center' } });
