import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { canCheckIn, type ShownSession } from '@last-mile/shared/practice';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';

/** "I am here": one tap, from a little before the session until a day after. */
export function CheckIn({ shown: { session, checkedIn } }: { shown: ShownSession }) {
  const styles = useStyles();
  const { queue } = useSession();
  const queries = useQueryClient();
  const [clientKey] = useState(() => crypto.randomUUID());
  const checking = useMutation({
    mutationFn: () =>
      queue.sendForm('/api/practice/check-ins', { clientKey, sessionKey: session.clientKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: practiceQueries.root }),
  });
  const decision = canCheckIn(session, new Date());
  if (checkedIn || checking.isSuccess) {
    return (
      <div className={styles.root}>
        <Badge appearance="tint" color="success" size="large">
          {texts.wasThere}
        </Badge>
        <Text role="status">{checking.data === 'kept' ? texts.waitsHere : ''}</Text>
      </div>
    );
  }
  if (!decision.allowed) return <Text className={styles.quiet}>{texts[decision.reason]}</Text>;
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={checking.isPending}
        onClick={() => {
          checking.mutate();
        }}
      >
        {texts.iAmHere}
      </Button>
      {checking.error !== null && (
        <FailureNotice title={texts.notKept}>{failureInWords(checking.error)}</FailureNotice>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
