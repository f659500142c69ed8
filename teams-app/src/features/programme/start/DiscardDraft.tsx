import { Button, makeStyles, Text } from '@fluentui/react-components';
import { overtakenBy, programmePlanClient, type ApiClient } from '@last-mile/shared/client';
import { programmeDraftResponse, type ProgrammeDraftResponse } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { buttonRow } from '../../../app/panel';
import { guidedStartTexts as texts } from './guidedStartTexts';
import { startQueries } from './startQueries';

export interface DiscardDraftProps {
  api: ApiClient;
  stored: ProgrammeDraftResponse;
  onDiscarded: () => void;
}

/** Lets go of a draft that nobody needs, once the person has said so twice. */
export function DiscardDraft({ api, stored, onDiscarded }: DiscardDraftProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  const { clientKey, eTag } = stored;
  const name = stored.draft.name ?? texts.unnamed;
  const { queryKey } = startQueries.drafts(api);
  const discarding = useMutation({
    mutationFn: () => programmePlanClient(api).discardDraft(clientKey, { eTag: eTag ?? '' }),
    onSuccess: (left) => {
      onDiscarded();
      queries.setQueryData(queryKey, left);
    },
    onError: async (error) => {
      setAsking(false);
      if (overtakenBy(error, programmeDraftResponse) === undefined) return;
      await queries.invalidateQueries({ queryKey });
    },
  });
  // Each time it goes to the button that changes nothing.
  useEffect(() => {
    if (asking === wasAsking.current) return;
    wasAsking.current = asking;
    root.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [asking]);
  return (
    <div ref={root}>
      {asking ? (
        <div role="group" aria-label={texts.discardOne(name)}>
          <Text>{texts.discardWarning}</Text>
          <div className={styles.actions}>
            <Button
              disabledFocusable={discarding.isPending}
              onClick={() => {
                if (!discarding.isPending) discarding.mutate();
              }}
            >
              {discarding.isPending ? texts.discarding : texts.discardIt}
            </Button>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {texts.keepIt}
            </Button>
          </div>
        </div>
      ) : (
        <Button
          appearance="subtle"
          aria-label={texts.discardOne(name)}
          onClick={() => {
            discarding.reset();
            setAsking(true);
          }}
        >
          {texts.discard}
        </Button>
      )}
      {discarding.error !== null && (
        <FailureNotice title={texts.notDiscarded}>
          {overtakenBy(discarding.error, programmeDraftResponse) === undefined
            ? failureInWords(discarding.error)
            : texts.discardOvertaken}
        </FailureNotice>
      )}
    </div>
  );
}

const useStyles = makeStyles({ actions: buttonRow });
