import { Button, Field, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { sessionClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { JobFamilyField } from '../../../app/JobFamilyField';
import { goTo } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { sessionTexts as texts } from './sessionTexts';

/** For champions: what the session is about, and for whom. */
export function OpenSessionForm() {
  const styles = useStyles();
  const { api, user } = useSession();
  const queryClient = useQueryClient();
  const [initial] = useState(() => ({ clientKey: crypto.randomUUID(), title: '', jobFamily: '' }));
  const { draft, change, discard } = useDraft(`${user.userId} new session`, initial);
  const open = useMutation({
    mutationFn: ({ clientKey, title, jobFamily }: typeof draft) =>
      sessionClient(api).open({ clientKey, title, jobFamily: jobFamily || null }),
    onSuccess: async ({ session }) => {
      await discard();
      await queryClient.invalidateQueries({ queryKey: libraryQueries.root });
      goTo({ page: 'librarySessions', clientKey: session.clientKey });
    },
  });
  return (
    <form
      className={styles.root}
      aria-labelledby="open-session"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.title.trim() !== '') open.mutate(draft);
      }}
    >
      <Subtitle2 as="h2" id="open-session">
        {texts.openTitle}
      </Subtitle2>
      {open.isError && <FailureNotice>{failureInWords(open.error)}</FailureNotice>}
      <div className={styles.fields}>
        <Field label={texts.name} required className={styles.name}>
          <Input
            value={draft.title}
            maxLength={255}
            onChange={(_, { value }) => {
              change({ title: value });
            }}
          />
        </Field>
        <JobFamilyField
          label={texts.family}
          everyone={texts.everybody}
          value={draft.jobFamily}
          onChange={(jobFamily) => {
            change({ jobFamily });
          }}
        />
      </div>
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={open.isPending || draft.title.trim() === ''}
        >
          {open.isPending ? texts.opening : texts.open}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  name: { flex: '1 1 280px' },
});
