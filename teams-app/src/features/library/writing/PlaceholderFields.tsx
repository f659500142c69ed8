import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import {
  placeholderKinds,
  placeholderOrigins,
  placeholdersIn,
  type ItemPlaceholder,
  type LibraryContent,
} from '@last-mile/shared/library';
import { lifeTexts as texts } from '../lifeTexts';

export interface PlaceholderFieldsProps {
  content: LibraryContent;
  onChange: (part: Pick<LibraryContent, 'placeholders'>) => void;
}

/** What is asked for each `{{name}}` that the text has, in the order of the text. */
export function PlaceholderFields({ content, onChange }: PlaceholderFieldsProps) {
  const styles = useStyles();
  const asked = placeholdersIn(content.subject, content.body).map(
    (name) => content.placeholders.find((one) => one.name === name) ?? plainText(name),
  );
  if (asked.length === 0) return null;

  function set(name: string, part: Partial<ItemPlaceholder>) {
    onChange({ placeholders: asked.map((one) => (one.name === name ? { ...one, ...part } : one)) });
  }

  return (
    <fieldset className={styles.root}>
      <legend>{texts.placeholders}</legend>
      {asked.map(({ name, kind, description, choices, from }) => (
        <div key={name} className={styles.placeholder}>
          <Field label={texts.placeholderKind(name)}>
            <Select
              value={kind}
              onChange={(_, { value }) => {
                const chosen = placeholderKinds.find((one) => one === value) ?? 'text';
                set(name, { kind: chosen, ...(chosen === 'choice' ? {} : { choices: [] }) });
              }}
            >
              {placeholderKinds.map((one) => (
                <option key={one} value={one}>
                  {texts.placeholderKinds[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={texts.placeholderDescription(name)}>
            <Input
              value={description}
              onChange={(_, { value }) => {
                set(name, { description: value });
              }}
            />
          </Field>
          {kind === 'choice' ? (
            <Field label={texts.placeholderChoices(name)}>
              <Input
                value={choices.join(',')}
                onChange={(_, { value }) => {
                  set(name, { choices: value.split(',') });
                }}
              />
            </Field>
          ) : (
            <Field label={texts.placeholderFrom(name)}>
              <Select
                value={from ?? ''}
                onChange={(_, { value }) => {
                  set(name, { from: placeholderOrigins.find((one) => one === value) ?? null });
                }}
              >
                <option value="">{texts.noOrigin}</option>
                {placeholderOrigins.map((one) => (
                  <option key={one} value={one}>
                    {texts.placeholderOrigins[one]}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      ))}
    </fieldset>
  );
}

const plainText = (name: string): ItemPlaceholder => ({
  name,
  kind: 'text',
  description: '',
  choices: [],
  from: null,
});

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  placeholder: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});
