import { Text } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';

/** What to check before the text goes out; nothing where the item says nothing. */
export function ItemChecks({ item }: { item: LibraryItem }) {
  const { kind, checkBeforeTrusting } = item.content;
  const styles = useItemStyles();
  if (checkBeforeTrusting === '') return null;
  return (
    <section className={styles.checks}>
      <h2 className={styles.label}>{kind === 'template' ? texts.checks : texts.checksPrompt}</h2>
      <Text className={styles.lines}>{checkBeforeTrusting}</Text>
    </section>
  );
}
