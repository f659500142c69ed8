import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import type { Issue } from '@last-mile/shared/problem';
import type { ItemSource } from '@last-mile/shared/library';
import { issueAtInWords } from '@last-mile/shared/ui';
import { lifeTexts as texts } from '../lifeTexts';

export interface SourceFieldsProps {
  sources: readonly ItemSource[];
  issues: readonly Issue[];
  onChange: (part: { sources: ItemSource[] }) => void;
}

/** The documents and pages that the output must rest on, one a line. */
export function SourceFields({ sources, issues, onChange }: SourceFieldsProps) {
  const styles = useStyles();
  const mend = (index: number, part: keyof ItemSource) =>
    issueAtInWords(issues, `content.sources.${String(index)}.${part}`);

  function set(index: number, part: Partial<ItemSource>) {
    onChange({ sources: sources.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  }

  return (
    <fieldset className={styles.root}>
      <legend>{texts.sources}</legend>
      {sources.map(({ title, url }, index) => (
        <div key={index} className={styles.source}>
          <Field label={texts.sourceTitle(index + 1)} validationMessage={mend(index, 'title')}>
            <Input
              value={title}
              maxLength={255}
              onChange={(_, { value }) => {
                set(index, { title: value });
              }}
            />
          </Field>
          <Field label={texts.sourceUrl(index + 1)} validationMessage={mend(index, 'url')}>
            <Input
              type="url"
              value={url}
              onChange={(_, { value }) => {
                set(index, { url: value });
              }}
            />
          </Field>
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={texts.removeSource(index + 1)}
            onClick={() => {
              onChange({ sources: sources.filter((_, at) => at !== index) });
            }}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => {
            onChange({ sources: [...sources, { title: '', url: '', ownerId: null }] });
          }}
        >
          {texts.addSource}
        </Button>
      </div>
    </fieldset>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
    '& > legend': { padding: 0, marginBottom: tokens.spacingVerticalS },
  },
  source: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    '& > :not(button)': { flex: '1 1 200px' },
  },
});
