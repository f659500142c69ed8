import { Caption1, Text } from '@fluentui/react-components';
import { savedTimeUses, type SavedTimeAnswers } from '@last-mile/shared/checkpoints';
import { BarList } from '../../app/figures/BarList';
import { useSession } from '../../app/session';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { Part } from './Part';

/** Where do people say that the time they saved went? Counts, never minutes or money. */
export function SavedTimeBars({ answers }: { answers: SavedTimeAnswers }) {
  const { formats } = useSession();
  return (
    <Part title={texts.savedTimeTitle}>
      {answers.state === 'known' ? (
        <>
          <BarList
            total={answers.n}
            bars={savedTimeUses.map((use) => ({
              name: texts.savedTimeUses[use],
              value: answers[use],
              words: formats.number(answers[use]),
            }))}
          />
          <Caption1>
            {texts.savedTimeN(formats.number(answers.n))}. {texts.savedTimeHint}
          </Caption1>
        </>
      ) : (
        <Text>{texts.savedTimeUnknown}</Text>
      )}
    </Part>
  );
}
