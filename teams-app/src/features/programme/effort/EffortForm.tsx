import {
  Button,
  Field,
  Input,
  makeStyles,
  Subtitle2,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, weekClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { effortWeek, saveEffortRequest, type EffortWeek } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { card } from '../../../app/panel';
import { useSession } from '../../../app/session';
import { weekQueries } from '../week/weekQueries';
import { EffortConflict } from './EffortConflict';
import { effortTexts as texts } from './effortTexts';

export interface EffortFormProps {
  week: EffortWeek;
  currency: string | null;
  onClose: () => void;
}

interface Draft {
  hours: string;
  spend: string;
  note: string;
  /** Of the week as it stood when somebody began to type; null where nobody had written it down. */
  eTag: string | null;
}

/**
 * A week to write down. What is typed stays on this device until it is saved or cancelled. Nobody's week
 * is written over: both are shown, and one is chosen.
 */
export function EffortForm({ week: { week, actual }, currency, onClose }: EffortFormProps) {
  const styles = useStyles();
  const id = useId();
  const { api, formats, programme, user } = useSession();
  const queryClient = useQueryClient();
  const { draft, change, discard } = useDraft<Draft>(
    `${user.userId} effort ${programme.clientKey} ${week}`,
    draftOf(actual),
  );
  const close = async () => {
    await discard();
    onClose();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Who opened the week goes on in it; a page that opens with it takes no focus.
    if (document.activeElement !== document.body) form.current?.querySelector('input')?.focus();
  }, []);
  const [hours, spend] = [hoursIn(draft.hours), spendIn(draft.spend)];
  const mine =
    hours === null || spend === null
      ? null
      : { week, hours, spend, note: draft.note.trim() === '' ? null : draft.note };
  const saving = useMutation({
    mutationFn: (eTag: string | null) =>
      mine === null ? Promise.reject(new Error()) : weekClient(api).saveEffort({ eTag, ...mine }),
    onSuccess: async (effort) => {
      await discard();
      queryClient.setQueryData(weekQueries.effort(api).queryKey, effort);
      void queryClient.invalidateQueries({ queryKey: weekQueries.work(api).queryKey });
      onClose();
    },
  });
  const theirs = overtakenBy(saving.error, effortWeek.shape.actual) ?? undefined;
  if (theirs !== undefined && mine !== null) {
    return (
      <EffortConflict
        theirs={theirs}
        mine={mine}
        currency={currency}
        onMine={() => {
          saving.mutate(theirs.eTag);
        }}
        onTheirs={() => {
          void queryClient.invalidateQueries({ queryKey: weekQueries.effort(api).queryKey });
          void close();
        }}
      />
    );
  }
  return (
    <form
      ref={form}
      className={styles.root}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (mine !== null) saving.mutate(draft.eTag);
      }}
    >
      <Subtitle2 as="h2" id={id}>
        {texts.formTitle(formats.day(week))}
      </Subtitle2>
      <div className={styles.fields}>
        <Field
          label={texts.hours}
          hint={texts.hoursHint}
          {...wrong(draft.hours, hours, 'wrongHours')}
        >
          <Input
            inputMode="decimal"
            className={styles.figure}
            value={draft.hours}
            onChange={(_, { value }) => {
              change({ hours: value });
            }}
          />
        </Field>
        <Field
          label={currency === null ? texts.spend : texts.spendIn(currency)}
          {...wrong(draft.spend, spend, 'wrongSpend')}
        >
          <Input
            inputMode="numeric"
            className={styles.figure}
            value={draft.spend}
            onChange={(_, { value }) => {
              change({ spend: value });
            }}
          />
        </Field>
      </div>
      <Field label={texts.note} hint={texts.noteHint}>
        <Textarea
          resize="vertical"
          value={draft.note}
          onChange={(_, { value }) => {
            change({ note: value });
          }}
        />
      </Field>
      {saving.isError && (
        <FailureNotice title={texts.notSaved}>{failureInWords(saving.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={mine === null || saving.isPending}
        >
          {saving.isPending ? texts.saving : texts.save}
        </Button>
        <Button onClick={() => void close()}>{texts.cancel}</Button>
        <Text role="status">{saving.isPending ? texts.saving : ''}</Text>
      </div>
    </form>
  );
}

/** The week as it stands, to go on from. */
function draftOf(actual: EffortWeek['actual']): Draft {
  if (actual === null) return { hours: '', spend: '', note: '', eTag: null };
  const { hours, spend, note, eTag } = actual;
  return { hours: String(hours), spend: String(spend), note: note ?? '', eTag };
}

/** What nobody typed yet is not wrong. */
function wrong(typed: string, read: number | null, text: 'wrongHours' | 'wrongSpend') {
  return typed.trim() === '' || read !== null
    ? {}
    : { validationState: 'error' as const, validationMessage: texts[text] };
}

/** A comma or a point before the quarters; null where it is no number of hours. */
const hoursIn = (typed: string) =>
  typed.trim() === ''
    ? null
    : (saveEffortRequest.shape.hours.safeParse(Number(typed.replace(',', '.'))).data ?? null);

const spendIn = (typed: string) =>
  typed.trim() === ''
    ? null
    : (saveEffortRequest.shape.spend.safeParse(Number(typed)).data ?? null);

const useStyles = makeStyles({
  root: { ...card, maxWidth: '640px' },
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    // A hint under one field does not stretch the other.
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
  },
  figure: { maxWidth: '160px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
