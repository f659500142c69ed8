import { Caption1, Text } from '@fluentui/react-components';
import type { CheckpointFigures } from '@last-mile/shared/checkpoints';
import { useSession } from '../../app/session';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { Part } from './Part';

/** Did use rise more here than among people who have not started? An association, never a proof. */
export function AgainstOthers({ figure }: { figure: CheckpointFigures['use']['againstOthers'] }) {
  const { formats } = useSession();
  const points = (share: number) => formats.points(100 * share);
  return (
    <Part title={texts.othersTitle}>
      {figure === null ? (
        <Text>{texts.othersNone}</Text>
      ) : figure.state !== 'known' ? (
        <Text>{texts.othersUnknown}</Text>
      ) : (
        <>
          <Text>
            {texts.others(points(figure.difference), points(figure.low), points(figure.high))}
          </Text>
          <Caption1>
            {texts.othersBehind(
              formats.number(figure.people),
              points(figure.change),
              formats.number(figure.others),
              points(figure.othersChange),
            )}
          </Caption1>
        </>
      )}
    </Part>
  );
}
