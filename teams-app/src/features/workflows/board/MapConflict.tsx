import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { MineOrTheirs } from '../../../app/MineOrTheirs';
import { workflowsTexts as texts } from '../workflowsTexts';
import { StepBoard } from './StepBoard';
import type { MapContent } from './stepChanges';
import { Totals } from './Totals';

export interface MapConflictProps {
  theirs: MapContent;
  mine: MapContent;
  onMine: () => void;
  onTheirs: () => void;
}

/** Which of two maps to go on with? Both are there to look at. */
export function MapConflict({ theirs, mine, onMine, onTheirs }: MapConflictProps) {
  return (
    <MineOrTheirs buttons="before" {...{ texts, onMine, onTheirs }}>
      <OneMap title={texts.theirs} content={theirs} />
      <OneMap title={texts.mine} content={mine} />
    </MineOrTheirs>
  );
}

function OneMap({ title, content }: { title: string; content: MapContent }) {
  const styles = useStyles();
  const { task, steps, slot, escalation } = content;
  return (
    <div className={styles.root}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      <Text>{task}</Text>
      <Totals steps={steps} />
      <StepBoard steps={steps} slot={slot} />
      {slot !== null && (
        <Text>
          {texts.slotWhy}: {slot.why}
        </Text>
      )}
      {escalation !== null && (
        <Text>
          {texts.escalation}: {escalation}
        </Text>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
