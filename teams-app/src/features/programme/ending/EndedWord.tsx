import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { EndedProgramme } from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { endingTexts as texts } from './endingTexts';

/** The word to everyone with which the programme ended. */
export function EndedWord({ ended: { ending, message, endedOn } }: { ended: EndedProgramme }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <article className={styles.root}>
      <Subtitle2 as="h2">{texts.hows[ending.how]}</Subtitle2>
      <Caption1>{texts.endedOn(formats.day(endedOn))}</Caption1>
      <Text className={styles.words}>{message}</Text>
      {ending.how === 'stop' && (
        <Text className={styles.words}>
          {texts.reason}: {ending.reason}
        </Text>
      )}
    </article>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
