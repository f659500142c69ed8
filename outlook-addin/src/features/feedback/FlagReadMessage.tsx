import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ThumbDislikeRegular } from '@fluentui/react-icons';
import { feedbackTexts as texts } from './feedbackTexts';

/** Beside a message that is read: the way to say that what an assistant wrote is wrong. */
export function FlagReadMessage({ onFlag }: { onFlag: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <Text weight="semibold">{texts.writtenByAi}</Text>
        <Text size={200} className={styles.quiet}>
          {texts.writtenByAiHint}
        </Text>
      </div>
      <Button
        size="small"
        icon={<ThumbDislikeRegular />}
        onClick={onFlag}
        className={styles.button}
      >
        {texts.flagIt}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  button: { flexShrink: 0 },
});
