import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { useMemo, useState } from 'react';
import { fieldText } from './fieldText';
import { libraryTexts as texts } from './libraryTexts';
import { looksOf, templateWords } from './templateWords';
import { wordDiff } from './wordDiff';

export interface ProposalDiffProps {
  published: LibraryContent;
  proposed: LibraryContent;
  /** Names of the fields that differ; what differs is found out where they are left out. */
  changed?: readonly string[];
  /** What the two sides are called. @default published and proposed */
  names?: { readonly before: string; readonly after: string };
}

type Field = keyof LibraryContent;

/** Published and proposed text side by side, field by field, changed words marked. */
export function ProposalDiff({
  published,
  proposed,
  changed = [],
  names = { before: texts.publishedText, after: texts.proposedText },
}: ProposalDiffProps) {
  const fields = (Object.keys(published) as Field[]).filter(
    (field) =>
      changed.includes(field) || fieldText(published[field]) !== fieldText(proposed[field]),
  );
  const languages = { before: published.language, after: proposed.language };
  const isHtml = published.kind === 'template' && proposed.kind === 'template';
  return fields.map((field) => {
    const Diff = field === 'body' && isHtml ? TemplateDiff : FieldDiff;
    return (
      <Diff
        key={field}
        name={texts.fields[field]}
        before={fieldText(published[field])}
        after={fieldText(proposed[field])}
        {...{ names, languages }}
      />
    );
  });
}

/** Two templates by what their readers read, or as the HTML they are; what only looks otherwise is said. */
function TemplateDiff(props: FieldDiffProps) {
  const styles = useStyles();
  const { before, after } = props;
  const [words, sameLooks] = useMemo(
    () => [
      { before: templateWords(before), after: templateWords(after) },
      looksOf(before) === looksOf(after),
    ],
    [before, after],
  );
  const sameWords = words.before === words.after;
  const [asHtml, setAsHtml] = useState(sameWords);
  return (
    <div className={styles.template}>
      <FieldDiff {...props} {...(asHtml ? {} : words)} />
      <div className={styles.looks}>
        {(sameWords || !sameLooks) && (
          <Text size={200}>{sameWords ? texts.onlyLooks : texts.looksToo}</Text>
        )}
        <Button
          size="small"
          onClick={() => {
            setAsHtml(!asHtml);
          }}
        >
          {asHtml ? texts.asText : texts.asHtml}
        </Button>
      </div>
    </div>
  );
}

interface FieldDiffProps {
  name: string;
  names: { readonly before: string; readonly after: string };
  before: string;
  after: string;
  /** BCP 47 languages of the two texts, so that each is read out in its own. */
  languages: { readonly before: string; readonly after: string };
}

function FieldDiff({ name, names, before, after, languages }: FieldDiffProps) {
  const styles = useStyles();
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  const side = (which: 'before' | 'after') =>
    parts
      .filter((part) => part.in === 'both' || part.in === which)
      .map((part, index) =>
        part.in === 'both' ? (
          part.text
        ) : which === 'before' ? (
          <del key={index} className={mergeClasses(styles.word, styles.removed)}>
            {part.text}
          </del>
        ) : (
          <ins key={index} className={mergeClasses(styles.word, styles.added)}>
            {part.text}
          </ins>
        ),
      );
  return (
    <div>
      <Text weight="semibold" block>
        {name}
      </Text>
      <div className={styles.sides}>
        <div className={styles.side}>
          <Text size={200} block className={styles.label}>
            {names.before}
          </Text>
          {before === '' ? texts.nothing : <span lang={languages.before}>{side('before')}</span>}
        </div>
        <div className={styles.side}>
          <Text size={200} block className={styles.label}>
            {names.after}
          </Text>
          {after === '' ? texts.nothing : <span lang={languages.after}>{side('after')}</span>}
        </div>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  template: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  looks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXS,
  },
  side: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  label: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  word: { borderRadius: tokens.borderRadiusSmall },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    textDecorationLine: 'line-through',
  },
  added: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
    textDecorationLine: 'underline',
  },
});
