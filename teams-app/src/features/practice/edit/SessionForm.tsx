import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, practiceClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import {
  practiceSession,
  type PracticeSession,
  type SaveSessionRequest,
} from '@last-mile/shared/practice';
import { multiLineLimit, singleLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { JobFamilyField } from '../../../app/JobFamilyField';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { practiceQueries } from '../practiceQueries';
import { practiceTexts as texts } from '../practiceTexts';
import { ExerciseFields } from './ExerciseFields';
import { toRequest, type DraftMend, type SessionDraft } from './sessionDraft';
import { TheirSession } from './TheirSession';

export interface SessionFormProps {
  /** Names the account and the session: what is typed is kept under it until it is saved. */
  draftKey: string;
  initial: SessionDraft;
  /** As it stands; null for a new one. */
  current: PracticeSession | null;
  /** What the eTag that was read is by now, as far as nobody else's change came between. */
  eTagOf: (eTag: string | null) => string | null;
  /** Called once it is saved, with the eTags before and after. */
  onSaved: (before: string | null, saved: PracticeSession) => void;
  /** Called once the person let go of what they typed for what stands there now. */
  onTakeTheirs: () => void;
}

/** The session as it is typed. It may be saved unfinished; what it lacks is said in the list. */
export function SessionForm(props: SessionFormProps) {
  const { draftKey, initial, current, eTagOf, onSaved, onTakeTheirs } = props;
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const tasks = useQuery(tasksQuery(api)).data ?? [];
  const { draft, change, discard } = useDraft(draftKey, initial);
  const [asked, setAsked] = useState(false);
  const wanted = toRequest({ ...draft, eTag: eTagOf(draft.eTag) });
  const mend: readonly DraftMend[] = asked && 'mend' in wanted ? wanted.mend : [];
  const saving = useMutation({
    mutationFn: (request: SaveSessionRequest) => practiceClient(api).saveSession(request),
    onSuccess: async (saved, { eTag }) => {
      await discard();
      await queries.invalidateQueries({ queryKey: practiceQueries.root });
      onSaved(eTag, saved);
    },
  });
  const theirs = saving.error === null ? undefined : overtakenBy(saving.error, practiceSession);
  const onItsWay = current !== null && current.eTag === null;
  const toMend = (place: DraftMend) =>
    mend.includes(place)
      ? { validationState: 'error' as const, validationMessage: texts.mend[place] }
      : {};
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if ('request' in wanted && !saving.isPending && !onItsWay) saving.mutate(wanted.request);
      }}
    >
      <Field label={texts.sessionTitle} required {...toMend('title')}>
        <Input
          value={draft.title}
          maxLength={singleLineLimit}
          onChange={(_, { value }) => {
            change({ title: value });
          }}
        />
      </Field>
      <div className={styles.row}>
        <JobFamilyField
          label={texts.jobFamily}
          everyone={texts.everyone}
          value={draft.jobFamily}
          onChange={(jobFamily) => {
            change({ jobFamily });
          }}
        />
        <Field label={texts.startsAt} hint={texts.startsAtHint} required {...toMend('startsAt')}>
          <Input
            type="datetime-local"
            value={draft.startsAt}
            onChange={(_, { value }) => {
              change({ startsAt: value });
            }}
          />
        </Field>
        <Field label={texts.minutes} required {...toMend('minutes')}>
          <Input
            inputMode="numeric"
            value={draft.minutes}
            onChange={(_, { value }) => {
              change({ minutes: value });
            }}
          />
        </Field>
      </div>
      <Field label={texts.task} className={styles.choice}>
        <Select
          value={draft.workflowKey}
          onChange={(_, { value }) => {
            change({ workflowKey: value });
          }}
        >
          <option value="">{texts.noTask}</option>
          {tasks.map(({ clientKey, task }) => (
            <option key={clientKey} value={clientKey}>
              {task}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.scenario} hint={texts.scenarioHint}>
        <Textarea
          resize="vertical"
          value={draft.scenario}
          maxLength={multiLineLimit}
          onChange={(_, { value }) => {
            change({ scenario: value });
          }}
        />
      </Field>
      <ExerciseFields draft={draft} isHalf={mend.includes('exercise')} onChange={change} />
      {theirs !== undefined && (
        <TheirSession
          theirs={theirs}
          onKeepMine={() => {
            change({ eTag: theirs.eTag });
            saving.reset();
          }}
          onTakeTheirs={() => {
            void discard()
              .then(() => queries.invalidateQueries({ queryKey: practiceQueries.root }))
              .then(onTakeTheirs);
          }}
        />
      )}
      {saving.error !== null && theirs === undefined && (
        <FailureNotice title={texts.notSaved}>{failureInWords(saving.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={saving.isPending || onItsWay || theirs !== undefined}
        >
          {saving.isPending ? texts.saving : current === null ? texts.saveNew : texts.save}
        </Button>
        <Text role="status">{onItsWay ? texts.onItsWay : saving.isSuccess ? texts.saved : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    // A hint under one field does not stretch the others.
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  // No wider than the page, however long a task's name is.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
