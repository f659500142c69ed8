import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { useState } from 'react';
import { fieldText } from '../fieldText';
import { lifeTexts as texts } from '../lifeTexts';
import { ProposalDiff } from '../ProposalDiff';

export interface VersionRowProps {
  name: string;
  facts: readonly string[];
  content: LibraryContent;
  /** The text in use. */
  present: LibraryContent;
  onRestore?: () => void;
}

/** One earlier text: what is known of it, and on request how the text in use differs. */
export function VersionRow({ name, facts, content, present, onRestore }: VersionRowProps) {
  const styles = useStyles();
  const [comparing, setComparing] = useState(false);
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        <div>
          <Text weight="semibold" block>
            {name}
          </Text>
          {facts.length > 0 && <Caption1 className={styles.facts}>{facts.join(' · ')}</Caption1>}
        </div>
        <Button
          size="small"
          aria-label={comparing ? texts.closeComparisonWith(name) : texts.compare(name)}
          aria-expanded={comparing}
          onClick={() => {
            setComparing(!comparing);
          }}
        >
          {comparing ? texts.closeComparison : texts.compareShort}
        </Button>
      </div>
      {comparing &&
        (isSame(content, present) ? (
          <Text>{texts.same}</Text>
        ) : (
          <>
            <ProposalDiff
              published={content}
              proposed={present}
              names={{ before: texts.earlier, after: texts.present }}
            />
            {onRestore && (
              <div>
                <Button onClick={onRestore}>{texts.restore}</Button>
              </div>
            )}
          </>
        ))}
    </li>
  );
}

const isSame = (one: LibraryContent, other: LibraryContent) =>
  (Object.keys(one) as (keyof LibraryContent)[]).every(
    (field) => fieldText(one[field]) === fieldText(other[field]),
  );

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  facts: { color: tokens.colorNeutralForeground2 },
});
