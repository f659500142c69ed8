import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ImportRow } from '@last-mile/shared/library';
import { foreignFamilies, foreignTasks } from './foreignNames';
import { importTexts as texts } from './importTexts';
import { NameFields } from './NameFields';
import type { useOwnWords } from './useOwnWords';

export interface ForeignNameFieldsProps {
  rows: readonly ImportRow[];
  words: ReturnType<typeof useOwnWords>;
  disabled: boolean;
}

/** The tasks and job families of a file that are not ours, and what they are here. */
export function ForeignNameFields({ rows, words, disabled }: ForeignNameFieldsProps) {
  const styles = useStyles();
  const tasks = foreignTasks(rows, words.tasks.known);
  const families = foreignFamilies(rows, words.families.known);
  if (tasks.length === 0 && families.length === 0) return null;
  return (
    <section className={styles.root}>
      <Text className={styles.hint}>{texts.foreignHint}</Text>
      <NameFields
        title={texts.foreignTasks}
        names={tasks}
        mapping={words.tasks}
        none={texts.noTask}
        disabled={disabled}
      />
      <NameFields
        title={texts.foreignFamilies}
        names={families}
        mapping={words.families}
        none={texts.noFamily}
        disabled={disabled}
      />
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
});
