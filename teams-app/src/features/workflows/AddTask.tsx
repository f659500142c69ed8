import { Button, Field, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { workflowsClient } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { JobFamilyField } from '../../app/JobFamilyField';
import { goTo } from '../../app/routes';
import { useSession } from '../../app/session';
import { tasksQuery } from '../../app/tasksQuery';
import { workflowsQueries } from './workflowsQueries';
import { workflowsTexts as texts } from './workflowsTexts';

/** Which task shall be mapped next? Leads to its map. */
export function AddTask() {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  // The same key until it is there, so that a second try adds nothing twice.
  const [added, setAdded] = useState(() => ({
    ...{ clientKey: crypto.randomUUID(), task: '', jobFamily: '', purpose: '' },
  }));
  const adding = useMutation({
    mutationFn: () => workflowsClient(api).addTask({ ...added, task: added.task.trim() }),
    onSuccess: async ({ clientKey }) => {
      await queryClient.invalidateQueries({ queryKey: workflowsQueries.maps(api).queryKey });
      void queryClient.invalidateQueries({ queryKey: tasksQuery(api).queryKey });
      goTo({ page: 'workflow', clientKey });
    },
  });
  return (
    <form
      className={styles.root}
      aria-label={texts.addTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (added.task.trim() !== '') adding.mutate();
      }}
    >
      <Subtitle2 as="h2">{texts.addTitle}</Subtitle2>
      <div className={styles.fields}>
        <Field label={texts.addTask} className={styles.task}>
          <Input
            maxLength={255}
            value={added.task}
            onChange={(_, { value }) => {
              setAdded({ ...added, task: value });
            }}
          />
        </Field>
        <JobFamilyField
          label={texts.jobFamily}
          everyone={texts.everyone}
          value={added.jobFamily}
          onChange={(jobFamily) => {
            setAdded({ ...added, jobFamily });
          }}
        />
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={added.task.trim() === '' || adding.isPending}
        >
          {adding.isPending ? texts.adding : texts.add}
        </Button>
      </div>
      {adding.isError && <FailureNotice>{failureInWords(adding.error)}</FailureNotice>}
    </form>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
  },
  task: { flexGrow: 1, flexBasis: '280px', minWidth: 0 },
});
