import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { WorkLine, WorkMark } from '@last-mile/shared/programme';
import { useId, useState } from 'react';
import { WeekLine } from './WeekLine';
import { weekTexts as texts } from './weekTexts';

export interface WeekGroupProps {
  title: string;
  lines: readonly WorkLine[];
  onMark: (line: WorkLine, mark: WorkMark['mark']) => void;
}

/** More than this at once is no list to work through. */
const shownFirst = 6;

/** Lines that are alike pressing; nothing where there are none. */
export function WeekGroup({ title, lines, onMark }: WeekGroupProps) {
  const styles = useStyles();
  const id = useId();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, shownFirst);
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id}>
        {title}
      </Subtitle2>
      <ul className={styles.lines}>
        {shown.map((line) => (
          <WeekLine key={line.key} line={line} onMark={onMark} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button
          appearance="subtle"
          className={styles.more}
          onClick={() => {
            setAll(true);
          }}
        >
          {texts.more(lines.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { alignSelf: 'flex-start' },
});
