import {
  Badge,
  Button,
  Field,
  Link,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useDraft } from '@last-mile/shared/draft';
import { canSayPractised, type ShownSession } from '@last-mile/shared/practice';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';

const unwritten = { worked: '' };

/** "I did it on a task of my own", and what worked, which becomes one's draft in the library. */
export function PractisedPart({
  shown: { session, checkedIn, practised },
}: {
  shown: ShownSession;
}) {
  const styles = useStyles();
  const { queue, user } = useSession();
  const queries = useQueryClient();
  const { clientKey: sessionKey } = session;
  const [clientKey] = useState(() => crypto.randomUUID());
  const { draft, change, discard } = useDraft(`${user.userId} practised ${sessionKey}`, unwritten);
  const worked = draft.worked.trim() === '' ? null : draft.worked;
  const saying = useMutation({
    mutationFn: (said: string | null) =>
      queue.sendForm('/api/practice/practised', { clientKey, sessionKey, worked: said }),
    onSuccess: async () => {
      await discard();
      await queries.invalidateQueries({ queryKey: practiceQueries.root });
    },
  });
  if (practised || saying.isSuccess) {
    return (
      <div className={styles.root}>
        <Badge appearance="tint" color="success" size="large" className={styles.badge}>
          {texts.practised}
        </Badge>
        <Text role="status">
          {saying.isSuccess && (saying.data === 'kept' ? texts.waitsHere : texts.thanks)}{' '}
          {saying.isSuccess && saying.variables !== null && (
            <Link inline href={toHref({ page: 'libraryOwn' })}>
              {texts.seeDraft}
            </Link>
          )}
        </Text>
      </div>
    );
  }
  if (!canSayPractised(session, checkedIn, new Date()).allowed) return null;
  return (
    <form
      className={styles.root}
      aria-label={texts.practisedTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saying.isPending) saying.mutate(worked);
      }}
    >
      <Field label={texts.worked} hint={texts.workedHint}>
        <Textarea
          resize="vertical"
          value={draft.worked}
          maxLength={multiLineLimit}
          onChange={(_, { value }) => {
            change({ worked: value });
          }}
        />
      </Field>
      {saying.error !== null && (
        <FailureNotice title={texts.notKept}>{failureInWords(saying.error)}</FailureNotice>
      )}
      <div>
        <Button type="submit" disabledFocusable={saying.isPending}>
          {texts.iDidIt}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  badge: { alignSelf: 'flex-start' },
});
