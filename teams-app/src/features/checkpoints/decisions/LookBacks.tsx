import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  decisionsToLookAt,
  type CheckpointDay,
  type CheckpointDecision,
} from '@last-mile/shared/checkpoints';
import { useSession } from '../../../app/session';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { Part } from '../Part';
import { LookBackForm } from './LookBackForm';
import { ResultLine } from './ResultLine';

export interface LookBacksProps {
  day: CheckpointDay;
  /** Of all checkpoints. */
  decisions: readonly CheckpointDecision[];
}

/** What came of what was decided before? Asked once of each decision, at a later checkpoint. */
export function LookBacks({ day, decisions }: LookBacksProps) {
  const styles = useStyles();
  const { formats, may } = useSession();
  const open = decisionsToLookAt(decisions, day);
  const seen = decisions.filter(({ lookBack }) => lookBack?.day === day);
  const all = [...open, ...seen];
  return (
    <Part title={texts.lookBackTitle}>
      {all.length === 0 ? (
        <Text>{texts.lookBackNone}</Text>
      ) : (
        <ul className={styles.root} aria-label={texts.lookBackTitle}>
          {all.map((decision) => (
            <li key={decision.clientKey} className={styles.decision}>
              <Text weight="semibold" className={styles.change}>
                {decision.change}
              </Text>
              <Caption1>
                {texts.decidedAt(
                  decision.day,
                  decision.ownerName ?? texts.someone,
                  formats.day(decision.dueOn),
                )}
              </Caption1>
              {decision.lookBack !== null ? (
                <ResultLine lookBack={decision.lookBack} />
              ) : may.champion ? (
                <LookBackForm decision={decision} day={day} />
              ) : (
                <Text>{texts.notLookedAt}</Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  decision: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { breakInside: 'avoid' },
  },
  change: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});
