import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { casesClient, overtakenBy } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import {
  promptCase as promptCaseSchema,
  type CaseRetirementRequest,
  type PromptCase,
} from '@last-mile/shared/feedback';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { buttonRow } from '../../../app/panel';
import { useSession } from '../../../app/session';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

export interface RetireCaseProps {
  promptCase: PromptCase;
  /** Its place in the book. */
  number: number;
}

/** Lets a case rest that nobody needs to walk any more, or brings it back. */
export function RetireCase({ promptCase, number }: RetireCaseProps) {
  const { api } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { clientKey, eTag, retired } = promptCase;
  const refresh = () => queries.invalidateQueries({ queryKey: caseQueries.root });
  const retirement = useMutation({
    mutationFn: (wanted: CaseRetirementRequest) => casesClient(api).retire(clientKey, wanted),
    onSuccess: refresh,
    onError: async (error) => {
      if (overtakenBy(error, promptCaseSchema) !== undefined) await refresh();
    },
  });
  // Without an eTag nothing is offered: SharePoint does not have it yet.
  if (eTag === null) return null;
  const isRetired = retired !== null;
  return (
    <>
      {asking ? (
        <RetirementForm
          caseKey={clientKey}
          busy={retirement.isPending}
          onRetire={async (reason) => {
            await retirement.mutateAsync({ eTag, reason });
            setAsking(false);
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={retirement.isPending}
          aria-label={isRetired ? texts.bringBackOne(number) : texts.retireOne(number)}
          onClick={() => {
            if (isRetired) retirement.mutate({ eTag, reason: null });
            else setAsking(true);
          }}
        >
          {isRetired ? texts.bringBack : texts.retire}
        </Button>
      )}
      {retirement.error !== null && (
        <FailureNotice title={texts.notDone}>
          {overtakenBy(retirement.error, promptCaseSchema) === undefined
            ? failureInWords(retirement.error)
            : texts.overtaken}
        </FailureNotice>
      )}
    </>
  );
}

interface RetirementFormProps {
  caseKey: string;
  busy: boolean;
  /** Rejects where it was not done: what was typed stays. */
  onRetire: (reason: string) => Promise<void>;
  onClose: () => void;
}

const unwritten = { reason: '' };

function RetirementForm({ caseKey, busy, onRetire, onClose }: RetirementFormProps) {
  const styles = useStyles();
  const { user } = useSession();
  const { draft, change, discard } = useDraft(`${user.userId} retire ${caseKey}`, unwritten);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const { reason } = draft;
  const isMissing = reason.trim() === '';
  return (
    <form
      ref={form}
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isMissing || busy) return;
        // Why it was not done is said beside the form.
        void onRetire(reason).then(discard, () => undefined);
      }}
    >
      <Field
        label={texts.retireWhy}
        required
        {...(asked && isMissing
          ? { validationState: 'error' as const, validationMessage: texts.missing }
          : {})}
      >
        <Textarea
          value={reason}
          maxLength={multiLineLimit}
          onChange={(_, { value }) => {
            change({ reason: value });
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={busy}>
          {texts.retireIt}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexBasis: '100%',
    gap: tokens.spacingVerticalS,
  },
  actions: buttonRow,
});
