import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { ApiProblem, sessionClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import {
  libraryItemKinds,
  type AddEntryRequest,
  type SessionResponse,
} from '@last-mile/shared/library';
import { failureInWords, issueAtInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { TaskField } from '../TaskField';
import { sessionTexts as texts } from './sessionTexts';

export interface EntryFormProps {
  sessionKey: string;
  onAdded: (answer: SessionResponse) => void;
}

const emptyEntry = (): AddEntryRequest => ({
  clientKey: crypto.randomUUID(),
  kind: 'prompt',
  title: '',
  body: '',
  purpose: '',
  taskKey: null,
});

/** What worked for me? Kept on this device until the API has it, and sent under one key. */
export function EntryForm({ sessionKey, onAdded }: EntryFormProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const tasks = useQuery(tasksQuery(api)).data ?? [];
  const [initial] = useState(emptyEntry);
  const { draft, change, discard } = useDraft(`${user.userId} session ${sessionKey}`, initial);
  const title = useRef<HTMLInputElement | null>(null);
  const add = useMutation({
    mutationFn: (entry: AddEntryRequest) => sessionClient(api).addEntry(sessionKey, entry),
    onSuccess: async (answer) => {
      onAdded(answer);
      const { kind, taskKey } = draft;
      change({ ...emptyEntry(), kind, taskKey });
      await discard();
      title.current?.focus();
    },
  });
  const issues = add.error instanceof ApiProblem ? add.error.issues : [];
  const mend = (field: string) => issueAtInWords(issues, field);
  const incomplete = draft.title.trim() === '' || draft.body.trim() === '';

  return (
    <form
      className={styles.root}
      aria-labelledby="add-entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete && !add.isPending) add.mutate(draft);
      }}
    >
      <Subtitle2 as="h2" id="add-entry">
        {texts.addTitle}
      </Subtitle2>
      {add.isError && issues.length === 0 && (
        <FailureNotice>{failureInWords(add.error)}</FailureNotice>
      )}
      <div className={styles.beside}>
        <Field
          label={texts.entryTitle}
          required
          validationMessage={mend('title')}
          className={styles.title}
        >
          <Input
            input={{ ref: title }}
            value={draft.title}
            maxLength={255}
            onChange={(_, { value }) => {
              change({ title: value });
            }}
          />
        </Field>
        <Field label={texts.kind}>
          <Select
            value={draft.kind}
            onChange={(_, { value }) => {
              change({ kind: libraryItemKinds.find((kind) => kind === value) ?? 'prompt' });
            }}
          >
            {libraryItemKinds.map((kind) => (
              <option key={kind} value={kind}>
                {texts.kinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={texts.text} required hint={texts.textHint} validationMessage={mend('body')}>
        <Textarea
          value={draft.body}
          rows={6}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ body: value });
          }}
        />
      </Field>
      <div className={styles.beside}>
        <Field label={texts.purpose} validationMessage={mend('purpose')} className={styles.title}>
          <Input
            value={draft.purpose}
            maxLength={1000}
            onChange={(_, { value }) => {
              change({ purpose: value });
            }}
          />
        </Field>
        <TaskField
          tasks={tasks}
          value={draft.taskKey}
          onChange={(taskKey) => {
            change({ taskKey });
          }}
        />
      </div>
      <div className={styles.action}>
        <Button type="submit" appearance="primary" disabledFocusable={incomplete || add.isPending}>
          {add.isPending ? texts.adding : texts.add}
        </Button>
        <Caption1>{texts.keptHere}</Caption1>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  beside: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  title: { flex: '1 1 240px' },
  action: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
