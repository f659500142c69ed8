import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { lifeTexts as texts } from '../lifeTexts';
import { ProposalDiff } from '../ProposalDiff';

export interface ConflictChoiceProps {
  theirs: LibraryContent;
  mine: LibraryContent;
  onMine: () => void;
  onTheirs: () => void;
}

/** Which of two texts to go on with? Both are there to read, word by word. */
export function ConflictChoice({ theirs, mine, onMine, onTheirs }: ConflictChoiceProps) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-labelledby="conflict-title" role="alert">
      <Subtitle1 as="h2" id="conflict-title">
        {texts.conflictTitle}
      </Subtitle1>
      <Text>{texts.conflict}</Text>
      <ProposalDiff
        published={theirs}
        proposed={mine}
        names={{ before: texts.theirs, after: texts.mine }}
      />
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
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});
