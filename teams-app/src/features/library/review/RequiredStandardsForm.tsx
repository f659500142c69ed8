import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy } from '@last-mile/shared/client';
import { standardIds, type StandardId } from '@last-mile/shared/library';
import {
  requiredStandardsResponse,
  type RequiredStandardsResponse,
} from '@last-mile/shared/programme';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { standardTexts as texts } from '../standards/standardTexts';

/** The standards as boxes to tick. Who is overtaken by somebody else starts again from what they saved. */
export function RequiredStandardsForm({ stored }: { stored: RequiredStandardsResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const { queryKey } = libraryQueries.requiredStandards(api);
  const [chosen, setChosen] = useState<readonly StandardId[]>();
  const required = chosen ?? stored.required;

  function show(standing: RequiredStandardsResponse) {
    queryClient.setQueryData(queryKey, standing);
    setChosen(undefined);
  }

  const save = useMutation({
    mutationFn: () => api.saveRequiredStandards({ eTag: stored.eTag, required: [...required] }),
    onSuccess: show,
    onError: (error) => {
      const theirs = overtakenBy(error, requiredStandardsResponse);
      if (theirs !== undefined) show(theirs);
    },
  });

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) save.mutate();
      }}
    >
      <div role="group" aria-labelledby="required-standards" className={styles.boxes}>
        {standardIds.map((standard) => (
          <Checkbox
            key={standard}
            label={texts.standards[standard]}
            checked={required.includes(standard)}
            disabled={save.isPending}
            onChange={(_, { checked }) => {
              save.reset();
              setChosen(
                standardIds.filter((one) =>
                  one === standard ? checked === true : required.includes(one),
                ),
              );
            }}
          />
        ))}
      </div>
      {save.isError && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {overtakenBy(save.error, requiredStandardsResponse) === undefined
              ? `${texts.notSaved} ${save.error.message}`
              : texts.overtaken}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={chosen === undefined || save.isPending}>
          {save.isPending ? texts.saving : texts.save}
        </Button>
        <Text role="status">{save.isSuccess ? texts.saved : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  boxes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
