import { Badge, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import {
  proposedDecision,
  type Checkpoint,
  type CheckpointDecision,
  type Diagnosis,
} from '@last-mile/shared/checkpoints';
import { useSession } from '../../app/session';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { Decided } from './decisions/Decided';
import { DecideHere } from './decisions/DecideHere';
import { takenOn } from './said/cohort';
import { evidenceInWords } from './said/evidence';

export interface FindingCardProps {
  finding: Diagnosis;
  checkpoint: Checkpoint;
  decisions: readonly CheckpointDecision[];
}

/** One thing that was found: what to revise, by which figures, and what is decided about it. */
export function FindingCard({ finding, checkpoint, decisions }: FindingCardProps) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const { rule, revise, evidence, proposed } = finding;
  const { dueOn } = proposedDecision(finding, programme, takenOn(checkpoint, programme));
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h3">{texts.found[rule]}</Subtitle2>
        <Badge appearance="tint" color="brand">
          {texts.toRevise(texts.revise[revise])}
        </Badge>
      </div>
      <div>
        <Caption1 block>{texts.evidenceTitle}</Caption1>
        <ul className={styles.evidence}>
          {evidence.map((name) => (
            <li key={name}>{evidenceInWords(name, checkpoint.figures, formats)}</li>
          ))}
        </ul>
      </div>
      {decisions.length === 0 ? (
        <Text>
          {texts.proposals[rule]}{' '}
          <Caption1>
            {texts.proposed(
              proposed.who === 'owner' ? texts.theOwner : texts.theSponsor,
              formats.day(dueOn),
            )}
          </Caption1>
        </Text>
      ) : (
        <Decided decisions={decisions} />
      )}
      <DecideHere checkpoint={checkpoint} finding={finding} />
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { breakInside: 'avoid' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  evidence: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
