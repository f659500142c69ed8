import { useId } from 'react';
import type { Filling } from './filling';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { PlaceholderField } from './PlaceholderField';

export interface ItemFieldsProps {
  filling: Filling;
  /** The person was about to use the item with gaps. */
  warned: boolean;
  onEdit: (name: string, value: string) => void;
  /** Enter: on to what comes next. */
  onEnter: () => void;
}

/** What only the person knows comes first; what the message told is there to be looked over. */
export function ItemFields(props: ItemFieldsProps) {
  const { names, declared, values, edits, proposals, missing } = props.filling;
  const styles = useItemStyles();
  const proposedId = useId();
  const toFillIn = names.filter((name) => !(name in proposals));
  const proposed = names.filter((name) => name in proposals);
  const field = (name: string) => (
    <PlaceholderField
      key={name}
      onEnter={props.onEnter}
      name={name}
      declared={declared.find((one) => one.name === name) ?? null}
      value={edits[name] ?? values[name] ?? ''}
      proposal={edits[name] === undefined ? (proposals[name] ?? null) : null}
      missing={missing.includes(name)}
      warned={props.warned}
      onChange={(value) => {
        props.onEdit(name, value);
      }}
    />
  );
  return (
    <>
      {toFillIn.length > 0 && (
        <section className={styles.fields} aria-label={texts.fillIn}>
          {toFillIn.map(field)}
        </section>
      )}
      {proposed.length > 0 && (
        <section className={styles.fields} aria-labelledby={proposedId}>
          <h2 id={proposedId} className={styles.label}>
            {texts.proposed}
          </h2>
          {proposed.map(field)}
        </section>
      )}
    </>
  );
}
