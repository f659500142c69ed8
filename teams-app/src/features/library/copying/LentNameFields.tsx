import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { NameFields } from '../importing/NameFields';
import type { useOwnWords } from '../importing/useOwnWords';
import { copyTexts as texts } from './copyTexts';
import type { toTheirNames } from './lentNames';

export interface LentNameFieldsProps {
  theirs: ReturnType<typeof toTheirNames>;
  words: ReturnType<typeof useOwnWords>;
}

/** What the tasks and job families of the chosen items are here. */
export function LentNameFields({ theirs, words }: LentNameFieldsProps) {
  const styles = useStyles();
  const some = theirs.tasks.length > 0 || theirs.families.length > 0;
  return (
    <section className={styles.root}>
      <div>
        <Subtitle1 as="h2" block>
          {texts.mapStep}
        </Subtitle1>
        <Text className={styles.hint}>{some ? texts.mapHint : texts.nothingToMap}</Text>
      </div>
      <NameFields
        title={texts.tasks}
        names={theirs.tasks}
        mapping={words.tasks}
        none={texts.noTask}
        disabled={false}
      />
      <NameFields
        title={texts.families}
        names={theirs.families}
        mapping={words.families}
        none={texts.noFamily}
        disabled={false}
      />
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
});
