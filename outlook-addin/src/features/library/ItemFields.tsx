import type { ItemPlaceholder } from '@last-mile/shared/library';
import { useId } from 'react';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { PlaceholderField } from './PlaceholderField';
import type { Proposal } from './placeholderProposals';

export interface ItemFieldsProps {
  /** Placeholders in order of appearance. */
  names: readonly string[];
  /** What the item's author said of them. */
  declared: readonly ItemPlaceholder[];
  /** What each will be filled with: typed, proposed, or ''. */
  values: Readonly<Record<string, string>>;
  /** What was typed as it was typed. */
  edits: Readonly<Record<string, string>>;
  proposals: Readonly<Record<string, Proposal>>;
  missing: readonly string[];
  /** The person was about to use the item with gaps. */
  warned: boolean;
  onEdit: (name: string, value: string) => void;
  /** Enter: on to what comes next. */
  onEnter: () => void;
}

/** What only the person knows comes first; what the message told is there to be looked over. */
export function ItemFields(props: ItemFieldsProps) {
  const { names, values, edits, proposals, missing } = props;
  const styles = useItemStyles();
  const proposedId = useId();
  const toFillIn = names.filter((name) => !(name in proposals));
  const proposed = names.filter((name) => name in proposals);
  const field = (name: string) => (
    <PlaceholderField
      key={name}
      onEnter={props.onEnter}
      name={name}
      declared={props.declared.find((one) => one.name === name) ?? null}
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
