import { Field, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import type { LentName } from '@last-mile/shared/library';
import { useId } from 'react';
import type { NameMapping } from './useNameMapping';

export interface NameFieldsProps {
  /** What these are names of. */
  title: string;
  /** The names of others. */
  names: readonly LentName[];
  mapping: NameMapping;
  /** Said for leaving a place empty. */
  none: string;
  disabled: boolean;
}

/** What is each of their names here? Proposed by likeness, chosen by hand, or left empty. */
export function NameFields({ title, names, mapping, none, disabled }: NameFieldsProps) {
  const styles = useStyles();
  const heading = useId();
  if (names.length === 0) return null;
  return (
    <div role="group" aria-labelledby={heading} className={styles.root}>
      <Subtitle2 as="h3" id={heading}>
        {title}
      </Subtitle2>
      <div className={styles.fields}>
        {names.map((theirs) => (
          <Field key={theirs.key} label={theirs.name} className={styles.field}>
            <Select
              disabled={disabled}
              value={mapping.of(theirs) ?? ''}
              onChange={(_, { value }) => {
                mapping.choose(theirs, value || null);
              }}
            >
              <option value="">{none}</option>
              {mapping.known.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalL,
  },
  field: { minWidth: 0, overflowWrap: 'anywhere' },
});
