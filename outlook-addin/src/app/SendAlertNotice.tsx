import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ComposeMessage } from '../features/library/composeMessage';
import { paneTexts as texts } from './paneTexts';

/** What kept the message from being sent, beside the message, for whoever came from there. */
export function SendAlertNotice({ message }: { message: ComposeMessage }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const queryKey = ['sendAlert', message.key];
  const said = useQuery({ queryKey, queryFn: () => message.sendAlert(), staleTime: Infinity });
  const { refetch } = said;
  useEffect(() => message.onSendAlert(() => void refetch()), [message, refetch]);
  if (said.data === undefined || said.data === '') return null;
  return (
    <MessageBar className={styles.notice} intent="warning" layout="multiline">
      <MessageBarBody>{said.data}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={texts.dismiss}
            title={texts.dismiss}
            onClick={() => {
              queries.setQueryData(queryKey, '');
            }}
          />
        }
      />
    </MessageBar>
  );
}

const useStyles = makeStyles({
  notice: { marginBlock: tokens.spacingVerticalS, marginInline: tokens.spacingHorizontalM },
});
