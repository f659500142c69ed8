import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Checkpoint, CheckpointDecision } from '@last-mile/shared/checkpoints';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { Decided } from './decisions/Decided';
import { DecideHere } from './decisions/DecideHere';
import { FindingCard } from './FindingCard';
import { Part } from './Part';

export interface FindingsProps {
  checkpoint: Checkpoint;
  /** What was decided at this checkpoint. */
  decisions: readonly CheckpointDecision[];
}

/** What was found, by which figures, what is decided about it, and which rules nobody can judge. */
export function Findings({ checkpoint, decisions }: FindingsProps) {
  const styles = useStyles();
  const { found, notJudged } = checkpoint.diagnosis;
  const others = decisions.filter(({ rule }) => !found.some((each) => each.rule === rule));
  return (
    <>
      <Part title={texts.foundTitle}>
        <Text>{found.length === 0 ? texts.nothingFound : texts.noVerdict}</Text>
        {found.length > 0 && (
          <ul className={styles.cards} aria-label={texts.foundTitle}>
            {found.map((finding) => (
              <FindingCard
                key={finding.rule}
                finding={finding}
                checkpoint={checkpoint}
                decisions={decisions.filter(({ rule }) => rule === finding.rule)}
              />
            ))}
          </ul>
        )}
        <Decided decisions={others} />
        <DecideHere checkpoint={checkpoint} finding={null} />
      </Part>
      {notJudged.length > 0 && (
        <Part title={texts.notJudgedTitle}>
          <Text>{texts.notJudgedWhy}</Text>
          <ul className={styles.rules}>
            {notJudged.map(({ rule, missing }) => (
              <li key={rule}>
                {texts.notJudged(
                  texts.found[rule],
                  missing.map((name) => texts.evidence[name]).join(', '),
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

const useStyles = makeStyles({
  cards: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
