import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { ProposalDiff } from '../ProposalDiff';
import { variantTexts as texts } from './variantTexts';

export interface OriginalNewsProps {
  originalKey: string;
  /** The version of the original that the text says. */
  version: number | null;
}

/** The original has a newer text: what is different in it? Both texts are asked for when wanted. */
export function OriginalNews({ originalKey, version }: OriginalNewsProps) {
  const styles = useStyles();
  const { api } = useSession();
  const [comparing, setComparing] = useState(false);
  const query = useQuery({ ...libraryQueries.versions(api, originalKey), enabled: comparing });
  return (
    <div className={styles.root}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.originalChanged}</MessageBarBody>
        <MessageBarActions>
          <Button
            aria-expanded={comparing}
            onClick={() => {
              setComparing(!comparing);
            }}
          >
            {comparing ? texts.closeComparison : texts.compare}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {comparing && (
        <Loaded query={query} loading={<LoadingRows label={texts.comparing} rows={3} />}>
          {({ approved }) => {
            const then = approved.find((one) => one.version === version);
            const now = approved[0];
            if (then === undefined || now === undefined) return <Text>{texts.textGone}</Text>;
            return (
              <ProposalDiff
                published={then.content}
                proposed={now.content}
                names={{ before: texts.then, after: texts.now }}
              />
            );
          }}
        </Loaded>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
