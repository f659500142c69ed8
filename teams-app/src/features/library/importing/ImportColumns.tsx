import {
  Button,
  Field,
  makeStyles,
  Select,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  exchangeFields,
  type ColumnMapping,
  type ExchangeField,
} from '@last-mile/shared/library-exchange';
import { useState } from 'react';
import { separators, type Separator } from './importCsv';
import type { ImportFile } from './importFile';
import { importTexts as texts } from './importTexts';

export interface ImportColumnsProps {
  file: ImportFile;
  mapping: ColumnMapping;
  disabled: boolean;
  onMapping: (mapping: ColumnMapping) => void;
  onSeparator: (separator: Separator) => void;
}

/** What most files have; the rest is shown when the file has it, or on request. */
const usual: readonly ExchangeField[] = ['title', 'body', 'purpose', 'author', 'sourceUrl'];
const required: readonly ExchangeField[] = ['title', 'body'];

/** Which column of the file feeds which field: proposed by name, changed by hand. */
export function ImportColumns(props: ImportColumnsProps) {
  const { file, mapping, disabled, onMapping, onSeparator } = props;
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = exchangeFields.filter(
    (field) => all || usual.includes(field) || mapping[field] !== undefined,
  );
  return (
    <section className={styles.root}>
      <div>
        <Subtitle1 as="h2" block>
          {texts.mapStep}
        </Subtitle1>
        <Text className={styles.hint}>{texts.mapHint}</Text>
      </div>
      <div className={styles.fields}>
        {shown.map((field) => {
          const missing = required.includes(field) && mapping[field] === undefined;
          return (
            <Field
              key={field}
              label={texts.fields[field]}
              required={required.includes(field)}
              {...(missing
                ? { validationState: 'error' as const, validationMessage: texts.required }
                : {})}
            >
              <Select
                disabled={disabled}
                value={mapping[field] === undefined ? '' : String(mapping[field])}
                onChange={(_, { value }) => {
                  onMapping(withColumn(mapping, field, value === '' ? undefined : Number(value)));
                }}
              >
                <option value="">{texts.notMapped}</option>
                {file.header.map((name, index) => (
                  <option key={index} value={index}>
                    {name.trim() === '' ? texts.column(index) : name}
                  </option>
                ))}
              </Select>
            </Field>
          );
        })}
        {file.separator !== null && (
          <Field label={texts.separator}>
            <Select
              disabled={disabled}
              value={file.separator}
              onChange={(_, { value }) => {
                const chosen = separators.find((known) => known === value);
                if (chosen !== undefined) onSeparator(chosen);
              }}
            >
              {separators.map((separator) => (
                <option key={separator} value={separator}>
                  {texts.separators[separator]}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {shown.length < exchangeFields.length && (
        <div>
          <Button
            appearance="subtle"
            onClick={() => {
              setAll(true);
            }}
          >
            {texts.moreFields}
          </Button>
        </div>
      )}
    </section>
  );
}

/** `mapping` with `field` fed by `column`; a column feeds one field only. */
function withColumn(
  mapping: ColumnMapping,
  field: ExchangeField,
  column: number | undefined,
): ColumnMapping {
  const others = Object.entries(mapping).filter(
    ([name, index]) => name !== field && index !== column,
  );
  return { ...Object.fromEntries(others), ...(column === undefined ? {} : { [field]: column }) };
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
});
