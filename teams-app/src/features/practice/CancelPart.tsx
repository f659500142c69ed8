import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { overtakenBy, practiceClient } from '@last-mile/shared/client';
import {
  canCancelSession,
  practiceSession,
  type PracticeSession,
  type ShownSession,
} from '@last-mile/shared/practice';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useFocusWhenGone } from '../../app/useFocusWhenGone';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';

/** Shall it take place? For champions, until it begins; the calendar is theirs to change. */
export function CancelPart({ session, checkedIn }: Pick<ShownSession, 'session' | 'checkedIn'>) {
  const styles = useStyles();
  const { formats } = useSession();
  const [asking, setAsking] = useState(false);
  const { cancelledAt, eTag } = session;
  const part = useFocusWhenGone<HTMLDivElement>(`${String(asking)} ${cancelledAt ?? ''}`);
  // Without an eTag nothing is offered: SharePoint does not have it yet.
  const may = eTag !== null && canCancelSession(session, checkedIn, new Date()).allowed;
  if (cancelledAt === null && !may) return null;
  return (
    <div ref={part} tabIndex={-1} role="group" aria-label={texts.cancel} className={styles.root}>
      {cancelledAt !== null ? (
        <>
          <Text role="status">{texts.cancelledOn(formats.moment(cancelledAt))}</Text>
          {session.place !== null && <Text>{texts.calendarStays}</Text>}
        </>
      ) : asking ? (
        <Confirmation
          session={session}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : (
        <div>
          <Button
            onClick={() => {
              setAsking(true);
            }}
          >
            {texts.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}

function Confirmation({ session, onClose }: { session: PracticeSession; onClose: () => void }) {
  const styles = useStyles();
  const title = useId();
  const { api } = useSession();
  const queries = useQueryClient();
  const { clientKey, eTag, place } = session;
  const refresh = () => queries.invalidateQueries({ queryKey: practiceQueries.root });
  const cancelling = useMutation({
    mutationFn: () => practiceClient(api).cancelSession(clientKey, { eTag: eTag ?? '' }),
    onSuccess: refresh,
    onError: async (error) => {
      if (overtakenBy(error, practiceSession) !== undefined) await refresh();
    },
  });
  const overtaken = overtakenBy(cancelling.error, practiceSession) !== undefined;
  return (
    <section className={styles.root} aria-labelledby={title}>
      <Subtitle2 as="h2" id={title}>
        {texts.cancelQuestion}
      </Subtitle2>
      <Text>{texts.cancelMeans}</Text>
      {place !== null && <Text>{texts.calendarStays}</Text>}
      {cancelling.error !== null && (
        <FailureNotice title={texts.notCancelled}>
          {overtaken ? texts.changedMeanwhile : failureInWords(cancelling.error)}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={cancelling.isPending}
          onClick={() => {
            if (!cancelling.isPending) cancelling.mutate();
          }}
        >
          {cancelling.isPending ? texts.cancelling : texts.cancelIt}
        </Button>
        <Button onClick={onClose}>{texts.keepIt}</Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
