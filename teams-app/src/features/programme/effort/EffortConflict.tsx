import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { SaveEffortRequest } from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { effortTexts as texts } from './effortTexts';
import { moneyIn } from './money';

type Written = Pick<SaveEffortRequest, 'hours' | 'spend' | 'note'>;

export interface EffortConflictProps {
  theirs: Written;
  mine: Written;
  currency: string | null;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people wrote the same week down: which one holds? */
export function EffortConflict(props: EffortConflictProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { theirs, mine, currency, onMine, onTheirs } = props;
  const inWords = ({ hours, spend, note }: Written) =>
    [texts.inWords(formats.number(hours), moneyIn(formats, spend, currency)), note ?? '']
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <section className={styles.root} role="alert" aria-label={texts.conflictTitle}>
      <Subtitle2 as="h2">{texts.conflictTitle}</Subtitle2>
      <Text>{texts.conflict}</Text>
      <Text>
        {texts.theirs}: {inWords(theirs)}
      </Text>
      <Text>
        {texts.mine}: {inWords(mine)}
      </Text>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onMine}>
          {texts.keepMine}
        </Button>
        <Button onClick={onTheirs}>{texts.takeTheirs}</Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});
