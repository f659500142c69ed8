import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { PracticeSession } from '@last-mile/shared/practice';
import { useSession } from '../../../app/session';
import { practiceTexts as texts } from '../practiceTexts';

export interface TheirSessionProps {
  theirs: PracticeSession;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody was faster: theirs is shown beside what is typed, and the person chooses. */
export function TheirSession({ theirs, onKeepMine, onTakeTheirs }: TheirSessionProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { title, startsAt, minutes, scenario, exercise } = theirs;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.overtakenTitle}</MessageBarTitle> {texts.overtaken}
        <dl className={styles.theirs}>
          <dt>{title}</dt>
          <dd>{texts.when(formats.moment(startsAt), minutes)}</dd>
          <dd>{scenario}</dd>
          <dd>{exercise?.instruction}</dd>
          <dd>{exercise?.input}</dd>
        </dl>
        <div className={styles.actions}>
          <Button onClick={onKeepMine}>{texts.keepMine}</Button>
          <Button onClick={onTakeTheirs}>{texts.takeTheirs}</Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  theirs: { marginBlock: tokens.spacingVerticalS, whiteSpace: 'pre-wrap' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
