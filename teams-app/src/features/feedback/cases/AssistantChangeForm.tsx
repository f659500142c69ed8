import {
  Button,
  Field,
  Input,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { casesClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { assistantChangeRequest, type AssistantChangeRequest } from '@last-mile/shared/feedback';
import { multiLineLimit, singleLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

interface ChangeDraft {
  /** Made with the first send, so that a repeated one records the same change; words edited since are new. */
  clientKey: string;
  assistant: string;
  changedOn: string;
  what: string;
}

/** Records a change that an assistant went through: which, since when, and what it is. */
export function AssistantChangeForm({ assistants }: { assistants: readonly string[] }) {
  const styles = useStyles();
  const { api, user, programme } = useSession();
  const queries = useQueryClient();
  const listId = useId();
  const today = calendarDayIn(new Date(), programme.timeZone);
  const [initial] = useState<ChangeDraft>({
    ...{ clientKey: '', assistant: '', changedOn: today, what: '' },
  });
  const { draft, change, discard } = useDraft(`${user.userId} assistantChange`, initial);
  const [asked, setAsked] = useState(false);
  const recording = useMutation({
    mutationFn: (request: AssistantChangeRequest) =>
      casesClient(api).recordAssistantChange(request),
    onSuccess: async () => {
      change(initial);
      await discard();
      setAsked(false);
      await queries.invalidateQueries({ queryKey: caseQueries.root });
    },
  });
  const edit = (part: Partial<ChangeDraft>) => {
    change({ ...part, clientKey: '' });
  };
  const isFuture = draft.changedOn > today;
  const mend = (isMissing: boolean, words: string) =>
    asked && isMissing ? { validationState: 'error' as const, validationMessage: words } : {};
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const clientKey = draft.clientKey === '' ? crypto.randomUUID() : draft.clientKey;
        const request = assistantChangeRequest.safeParse({ ...draft, clientKey });
        if (!request.success || isFuture || recording.isPending) return;
        change({ clientKey });
        recording.mutate(request.data);
      }}
    >
      <div className={styles.line}>
        <Field
          label={texts.assistant}
          hint={texts.assistantHint}
          required
          {...mend(draft.assistant.trim() === '', texts.missing)}
        >
          <Input
            list={listId}
            value={draft.assistant}
            maxLength={singleLineLimit}
            onChange={(_, { value }) => {
              edit({ assistant: value });
            }}
          />
        </Field>
        <datalist id={listId}>
          {assistants.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field
          label={texts.since}
          required
          {...mend(draft.changedOn === '' || isFuture, texts.sinceWrong)}
        >
          <Input
            type="date"
            max={today}
            value={draft.changedOn}
            onChange={(_, { value }) => {
              edit({ changedOn: value });
            }}
          />
        </Field>
      </div>
      <Field
        label={texts.what}
        hint={texts.whatHint}
        required
        {...mend(draft.what.trim() === '', texts.missing)}
      >
        <Textarea
          value={draft.what}
          maxLength={multiLineLimit}
          resize="vertical"
          onChange={(_, { value }) => {
            edit({ what: value });
          }}
        />
      </Field>
      {recording.error !== null && (
        <FailureNotice title={texts.notRecorded}>{failureInWords(recording.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={recording.isPending}>
          {recording.isPending ? texts.recording : texts.record}
        </Button>
        <Text role="status">{recording.isSuccess ? texts.recorded : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
