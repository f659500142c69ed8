import { Button, Field, makeStyles, Select, Text, Textarea } from '@fluentui/react-components';
import { coachingClient, overtakenBy } from '@last-mile/shared/client';
import {
  outreach as outreachSchema,
  outreachOutcomes,
  type Outreach,
  type OutreachOutcome,
} from '@last-mile/shared/coaching';
import { useDraft } from '@last-mile/shared/draft';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { buttonRow, panel } from '../../app/panel';
import { useSession } from '../../app/session';
import { coachingQueries } from './coachingQueries';
import { coachingTexts as texts } from './coachingTexts';

export interface OutcomeFormProps {
  outreach: Outreach;
  name: string;
  onClose: () => void;
}

/** What came of it? What is typed stays on the device until it is written down, whoever was faster. */
export function OutcomeForm({ outreach, name, onClose }: OutcomeFormProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queries = useQueryClient();
  const { clientKey, eTag } = outreach;
  const { draft, change, discard } = useDraft<{ outcome: OutreachOutcome | ''; note: string }>(
    `${user.userId} outcome ${clientKey}`,
    { outcome: outreach.outcome ?? '', note: outreach.note ?? '' },
  );
  const refresh = () => queries.invalidateQueries({ queryKey: coachingQueries.list(api).queryKey });
  const keeping = useMutation({
    mutationFn: (outcome: OutreachOutcome) => {
      const note = draft.note.trim() === '' ? null : draft.note;
      return coachingClient(api).keepOutcome(clientKey, { eTag: eTag ?? '', outcome, note });
    },
    onSuccess: async () => {
      await discard();
      onClose();
      await refresh();
    },
    onError: async (error) => {
      if (overtakenBy(error, outreachSchema) !== undefined) await refresh();
    },
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus();
  }, []);
  const overtaken =
    keeping.error !== null && overtakenBy(keeping.error, outreachSchema) !== undefined;
  return (
    <form
      ref={form}
      className={styles.root}
      aria-label={texts.outcomeOf(name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.outcome !== '' && !keeping.isPending) keeping.mutate(draft.outcome);
      }}
    >
      {overtaken && <FailureNotice>{texts.overtaken}</FailureNotice>}
      <Field label={texts.outcome}>
        <Select
          value={draft.outcome}
          onChange={(_, { value }) => {
            change({ outcome: value as OutreachOutcome | '' });
          }}
        >
          <option value="" disabled>
            {texts.choose}
          </option>
          {outreachOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {texts.outcomes[outcome]}
            </option>
          ))}
        </Select>
      </Field>
      {draft.outcome === 'askedToStop' && <Text>{texts.stops}</Text>}
      <Field label={texts.note} hint={texts.noteHint}>
        <Textarea
          resize="vertical"
          value={draft.note}
          maxLength={multiLineLimit}
          onChange={(_, { value }) => {
            change({ note: value });
          }}
        />
      </Field>
      {keeping.error !== null && !overtaken && (
        <FailureNotice title={texts.notDone}>{failureInWords(keeping.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={draft.outcome === '' || keeping.isPending}
        >
          {keeping.isPending ? texts.saving : texts.save}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: panel,
  actions: buttonRow,
});
