import { Text } from '@fluentui/react-components';
import type { WorkflowMap } from '@last-mile/shared/workflows';
import { LazyPicture } from '../picture/LazyPicture';
import { TimingPart } from '../timing/TimingPart';
import { workflowsTexts as texts } from '../workflowsTexts';
import { AdvicePanel } from './AdvicePanel';
import { BeforeAfter } from './BeforeAfter';
import { BoardPart } from './BoardPart';
import { StepBoard } from './StepBoard';
import { Totals } from './Totals';

/** A map to read. */
export function MapView({ map }: { map: WorkflowMap }) {
  const { steps, slot, escalation } = map;
  return (
    <>
      {map.purpose !== '' && <Text>{map.purpose}</Text>}
      <Totals steps={steps} />
      <TimingPart map={map} />
      <BoardPart title={texts.board} offPaper>
        <StepBoard steps={steps} slot={slot} />
        {escalation !== null && (
          <Text>
            {texts.escalation}: {escalation}
          </Text>
        )}
      </BoardPart>
      <LazyPicture map={map} />
      <AdvicePanel steps={steps} escalation={escalation} />
      <BeforeAfter map={map} />
    </>
  );
}
