import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { DataTable } from '../../../app/DataTable';
import type { DraftLine } from './draftInWords';
import { FocusHeading } from './FocusHeading';
import { guidedStartTexts as texts } from './guidedStartTexts';

export interface DraftConflictProps {
  mine: readonly DraftLine[];
  theirs: readonly DraftLine[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What somebody else changed meanwhile, beside one's own, to choose from. */
export function DraftConflict({ mine, theirs, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const differing = mine.flatMap(({ label, said }, index) => {
    const other = theirs[index]?.said ?? null;
    return said === other ? [] : [{ label, said, other }];
  });
  return (
    <section className={styles.root}>
      <FocusHeading ref={heading}>{texts.overtaken}</FocusHeading>
      <Text>{texts.overtakenBody}</Text>
      <DataTable
        caption={texts.overtaken}
        captionHidden
        columns={[
          { key: 'part', title: texts.part },
          { key: 'mine', title: texts.mine },
          { key: 'theirs', title: texts.theirs },
        ]}
        rows={differing.map(({ label, said, other }) => ({
          key: label,
          cells: [label, said ?? texts.nothingSaid, other ?? texts.nothingSaid],
        }))}
      />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onKeepMine}>
          {texts.keepMine}
        </Button>
        <Button onClick={onTakeTheirs}>{texts.takeTheirs}</Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
