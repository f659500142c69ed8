import { Caption1, Text } from '@fluentui/react-components';
import type { CheckpointDecision } from '@last-mile/shared/checkpoints';
import { checkpointsTexts as texts } from '../checkpointsTexts';

/** What came of a decision, and who looked at it when. */
export function ResultLine({
  lookBack,
}: {
  lookBack: NonNullable<CheckpointDecision['lookBack']>;
}) {
  return (
    <>
      <Text block weight="semibold">
        {texts.results[lookBack.result]} <Caption1>({texts.day(lookBack.day)})</Caption1>
      </Text>
      {lookBack.note !== null && <Text block>{lookBack.note}</Text>}
    </>
  );
}
