import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ApiProblem } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import type { WorkflowMap } from '@last-mile/shared/workflows';
import { FailureNotice } from '../../../app/FailureNotice';
import { LazyPicture } from '../picture/LazyPicture';
import { TimingPart } from '../timing/TimingPart';
import { workflowsTexts as texts } from '../workflowsTexts';
import { AdvicePanel } from './AdvicePanel';
import { BeforeAfter } from './BeforeAfter';
import { BoardPart } from './BoardPart';
import { MapConflict } from './MapConflict';
import { SlotFields } from './SlotFields';
import { StepBoard } from './StepBoard';
import { contentOf, hindranceOf } from './stepChanges';
import { TaskFields } from './TaskFields';
import { ToolDecisionPart } from './ToolDecisionPart';
import { Totals } from './Totals';
import { useBoardActs } from './useBoardActs';
import { useMapDraft } from './useMapDraft';

export interface MapEditorProps {
  map: WorkflowMap;
  /** Whether this is what was saved a moment ago. */
  saved: boolean;
  /** The map is as it was last saved, or is it now. */
  onBeginAgain: (saved: boolean) => void;
}

/** A map to draw: nothing is lost before it is saved, and nothing of others is written over. */
export function MapEditor({ map, saved, onBeginAgain }: MapEditorProps) {
  const styles = useStyles();
  const { draft, change, discard, hasChanges, saving, theirs, show, goOnWith } = useMapDraft(
    map,
    () => {
      onBeginAgain(true);
    },
  );
  const acts = useBoardActs(draft, change);
  if (theirs !== undefined) {
    return (
      <MapConflict
        theirs={theirs}
        mine={draft}
        onMine={() => {
          goOnWith(contentOf(draft), theirs);
        }}
        onTheirs={() => {
          goOnWith(contentOf(theirs), theirs);
        }}
      />
    );
  }
  const hindrance = hindranceOf(draft);
  const issues = saving.error instanceof ApiProblem ? saving.error.issues : [];
  return (
    <>
      <Totals steps={draft.steps} />
      <BoardPart title={texts.board} offPaper>
        <StepBoard
          steps={draft.steps}
          slot={draft.slot}
          actions={acts.actions}
          opened={acts.opened}
          onChange={acts.changeStep}
          onClose={acts.close}
        />
        <div className={styles.actions}>
          <Button icon={<AddRegular />} onClick={acts.add}>
            {texts.addStep}
          </Button>
          {acts.canUndo && <Button onClick={acts.undo}>{texts.undo}</Button>}
          <Text role="status">{acts.said}</Text>
          {draft.steps.length > 1 && <Caption1>{texts.moveKeys}</Caption1>}
        </div>
      </BoardPart>
      <BoardPart title={texts.slot} offPaper>
        <SlotFields content={draft} onChange={change} />
      </BoardPart>
      <BoardPart title={texts.about} offPaper>
        <TaskFields content={draft} onChange={change} />
      </BoardPart>
      {saving.isError && (
        <FailureNotice>
          {[failureInWords(saving.error), ...issues.map(({ message }) => message)].join(' ')}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={!hasChanges || hindrance !== null || saving.isPending}
          onClick={() => {
            if (hasChanges && hindrance === null) saving.mutate(draft);
          }}
        >
          {saving.isPending ? texts.saving : texts.save}
        </Button>
        {hasChanges && (
          <Button
            onClick={() => {
              void discard().then(() => {
                onBeginAgain(false);
              });
            }}
          >
            {texts.discard}
          </Button>
        )}
        <Text role="status">
          {hindrance !== null && hasChanges
            ? texts[hindrance]
            : hasChanges
              ? texts.keptHere
              : saved
                ? texts.saved
                : ''}
        </Text>
      </div>
      <LazyPicture map={draft} />
      <AdvicePanel steps={draft.steps} escalation={draft.escalation} />
      <ToolDecisionPart
        map={map}
        hasChanges={hasChanges}
        onDecided={(decided) => {
          show(decided);
          onBeginAgain(false);
        }}
      />
      <TimingPart map={map} />
      <BeforeAfter map={{ ...map, steps: draft.steps }} />
    </>
  );
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
});
