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
import { effortWeek, saveEffortRequest, type EffortWeek } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { weekQueries } from '../week/weekQueries';
import { EffortConflict } from './EffortConflict';
import { effortTexts as texts } from './effortTexts';

export interface EffortFormProps {
  week: EffortWeek;
  currency: string | null;
  onClose: () => void;
}

/** A week to write down. Nobody's week is written over: both are shown, and one is chosen. */
export function EffortForm({ week: { week, actual }, currency, onClose }: EffortFormProps) {
  const styles = useStyles();
  const id = useId();
  const { api, formats } = useSession();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState({
    ...{ hours: actual === null ? '' : String(actual.hours), note: actual?.note ?? '' },
    spend: actual === null ? '' : String(actual.spend),
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Who opened the week goes on in it; a page that opens with it takes no focus.
    if (document.activeElement !== document.body) form.current?.querySelector('input')?.focus();
  }, []);
  const [hours, spend] = [hoursIn(typed.hours), spendIn(typed.spend)];
  const mine =
    hours === null || spend === null
      ? null
      : { week, hours, spend, note: typed.note.trim() === '' ? null : typed.note };
  const saving = useMutation({
    mutationFn: (eTag: string | null) =>
      mine === null ? Promise.reject(new Error()) : weekClient(api).saveEffort({ eTag, ...mine }),
    onSuccess: (effort) => {
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
          onClose();
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
        if (mine !== null) saving.mutate(actual?.eTag ?? null);
      }}
    >
      <Subtitle2 as="h2" id={id}>
        {texts.formTitle(formats.day(week))}
      </Subtitle2>
      <div className={styles.fields}>
        <Field
          label={texts.hours}
          hint={texts.hoursHint}
          {...wrong(typed.hours, hours, 'wrongHours')}
        >
          <Input
            inputMode="decimal"
            className={styles.figure}
            value={typed.hours}
            onChange={(_, { value }) => {
              setTyped({ ...typed, hours: value });
            }}
          />
        </Field>
        <Field
          label={currency === null ? texts.spend : texts.spendIn(currency)}
          {...wrong(typed.spend, spend, 'wrongSpend')}
        >
          <Input
            inputMode="numeric"
            className={styles.figure}
            value={typed.spend}
            onChange={(_, { value }) => {
              setTyped({ ...typed, spend: value });
            }}
          />
        </Field>
      </div>
      <Field label={texts.note} hint={texts.noteHint}>
        <Textarea
          resize="vertical"
          value={typed.note}
          onChange={(_, { value }) => {
            setTyped({ ...typed, note: value });
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
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Text role="status">{saving.isPending ? texts.saving : ''}</Text>
      </div>
    </form>
  );
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
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '640px',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  figure: { maxWidth: '160px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
