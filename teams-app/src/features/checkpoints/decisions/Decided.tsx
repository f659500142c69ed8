import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckpointDecision } from '@last-mile/shared/checkpoints';
import { useSession } from '../../../app/session';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { ResultLine } from './ResultLine';

/** What was decided: what changes, who sees to it, by when, and what came of it. */
export function Decided({ decisions }: { decisions: readonly CheckpointDecision[] }) {
  const styles = useStyles();
  const { formats } = useSession();
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={texts.decided}>
      {decisions.map(({ clientKey, change, ownerName, dueOn, lookBack }) => (
        <li key={clientKey}>
          <Text block className={styles.change}>
            {change}
          </Text>
          <Caption1 block>
            {texts.decisionLine(ownerName ?? texts.someone, formats.day(dueOn))}
          </Caption1>
          {lookBack !== null && <ResultLine lookBack={lookBack} />}
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    listStyleType: 'none',
  },
  change: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});
