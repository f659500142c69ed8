import { makeStyles, tokens } from '@fluentui/react-components';
import { checkStandards, type LibraryContent } from '@last-mile/shared/library';
import { useMemo } from 'react';
import { useDebounced } from '../../../app/useDebounced';
import { StandardFindings } from '../standards/StandardFindings';
import { keptText } from './keptText';

/** Long enough that advice comes in a pause, not at every key. */
const pauseMs = 600;

/** What a good item would still say, while somebody writes: advice, which holds nobody up. */
export function WritingAdvice({ content }: { content: LibraryContent }) {
  const styles = useStyles();
  const still = useDebounced(content, pauseMs);
  const findings = useMemo(() => checkStandards(keptText(still)), [still]);
  return (
    <div role="status" className={styles.root}>
      {still.body.trim() !== '' && <StandardFindings findings={findings} />}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});
