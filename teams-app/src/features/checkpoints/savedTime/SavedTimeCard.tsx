import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import {
  savedTimeUses,
  type SavedTimeQuestion,
  type SavedTimeUse,
} from '@last-mile/shared/checkpoints';
import { savedTimeClient } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { useReadAgainOnceSent } from '../../../app/useReadAgainOnceSent';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { isPutOff, putOff } from './puttingOff';
import { useRoomAtEnd } from './useRoomAtEnd';
import { useUnsentAnswer } from './useUnsentAnswer';

const questionKey = ['savedTimeQuestion'];

/**
 * Where did the time you saved go? Asked once a month with one tap, where the page ends: nothing above
 * it moves when it comes.
 */
export function SavedTimeCard() {
  const { api, user } = useSession();
  useReadAgainOnceSent('form', questionKey);
  const { data } = useQuery({
    queryKey: questionKey,
    queryFn: ({ signal }) => savedTimeClient(api).savedTimeQuestion(signal),
    staleTime: Infinity,
  });
  const unsent = useUnsentAnswer(data?.month);
  const [closed, setClosed] = useState(false);
  const [answered, setAnswered] = useState(false);
  const isAsked = data?.asked === true && unsent === 'none' && !isPutOff(user.userId, data.month);
  if (data === undefined || closed || (!isAsked && !answered)) return null;
  return (
    <Asked
      month={data.month}
      onAnswered={() => {
        setAnswered(true);
      }}
      onClose={() => {
        if (!answered) putOff(user.userId, data.month);
        setClosed(true);
      }}
    />
  );
}

interface AskedProps {
  month: string;
  onAnswered: () => void;
  onClose: () => void;
}

function Asked({ month, onAnswered, onClose }: AskedProps) {
  const styles = useStyles();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  useRoomAtEnd(card);
  const { queue } = useSession();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (use: SavedTimeUse) =>
      queue.sendForm('/api/saved-time', { clientKey: crypto.randomUUID(), month, use }),
    onMutate: onAnswered,
    // Who comes back to the page is not asked once more; an answer that waits on the device says so itself.
    onSuccess: (outcome) => {
      if (outcome === 'kept') return;
      queries.setQueryData<SavedTimeQuestion>(
        questionKey,
        (before) => before && { ...before, asked: false },
      );
    },
  });
  return (
    <section ref={card} className={styles.root} aria-labelledby={title}>
      <Subtitle2 as="h2" id={title}>
        {texts.askTitle}
      </Subtitle2>
      {!sending.isSuccess && (
        <div className={styles.uses}>
          {savedTimeUses.map((use) => (
            <Button
              key={use}
              disabledFocusable={sending.isPending}
              onClick={() => {
                if (!sending.isPending) sending.mutate(use);
              }}
            >
              {texts.savedTimeUses[use]}
            </Button>
          ))}
        </div>
      )}
      {sending.isError && (
        <FailureNotice title={texts.askNotSent}>{failureInWords(sending.error)}</FailureNotice>
      )}
      <div className={styles.end}>
        {!sending.isSuccess && <Caption1>{texts.askHint}</Caption1>}
        <Text role="status">
          {sending.isSuccess ? (sending.data === 'kept' ? texts.askKept : texts.askThanks) : ''}
        </Text>
        <Button appearance="subtle" size="small" onClick={onClose}>
          {sending.isSuccess ? texts.close : texts.notNow}
        </Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: tokens.spacingVerticalS,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    // Where there is little room it waits at the end of the page.
    '@media (max-width: 640px), (max-height: 640px)': { position: 'static', boxShadow: 'none' },
    '@media print': { display: 'none' },
  },
  uses: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});
