import { makeStyles, tokens } from '@fluentui/react-components';
import type { ApiClient } from '@last-mile/shared/client';
import { spokenLanguage } from '@last-mile/shared/language';
import { createFormats } from '../../../app/formats';
import type { DraftEditorProps } from './DraftEditor';
import { GuidedStart } from './GuidedStart';
import { guidedStartTexts as texts } from './guidedStartTexts';

export interface FirstStartProps {
  api: ApiClient;
  person: DraftEditorProps['person'];
  onDone: () => void;
}

/** The guided start, for a champion who is in no programme yet. */
export function FirstStart({ api, person, onDone }: FirstStartProps) {
  const styles = useStyles();
  const formats = createFormats(spokenLanguage().locale);
  return (
    <main aria-label={texts.title} className={styles.page}>
      <GuidedStart {...{ api, person, formats, onDone }} />
    </main>
  );
}

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalXXL } });
