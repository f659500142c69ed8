import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import {
  proposedDecision,
  type Checkpoint,
  type DecideRequest,
  type Diagnosis,
} from '@last-mile/shared/checkpoints';
import { checkpointsClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { buttonRow, panel } from '../../../app/panel';
import { PersonPicker } from '../../../app/people/PersonPicker';
import { useSession } from '../../../app/session';
import { checkpointsQueries } from '../checkpointsQueries';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { takenOn } from '../said/cohort';

export interface DecideFormProps {
  checkpoint: Checkpoint;
  finding: Diagnosis | null;
  onDone: (kept: boolean) => void;
}

type Draft = Pick<DecideRequest, 'change' | 'ownerId' | 'dueOn' | 'clientKey'>;

/** Chosen where it is neither the owner nor the sponsor: they are found by their name. */
const somebodyElse = 'else';

/** What changes, who sees to it, and by when? It begins with what is proposed. */
export function DecideForm({ checkpoint, finding, onDone }: DecideFormProps) {
  const styles = useStyles();
  const title = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const { api, programme, user } = useSession();
  const queries = useQueryClient();
  const proposed = finding ?? { proposed: { who: 'owner' as const, days: 14 } };
  const rule = finding?.rule ?? null;
  const { draft, change, discard } = useDraft<Draft>(
    `${user.userId} decision ${String(checkpoint.day)} ${rule ?? ''} ${programme.clientKey}`,
    {
      // The same key until it is kept, so that a second try decides nothing twice.
      clientKey: crypto.randomUUID(),
      change: rule === null ? '' : texts.proposals[rule],
      ...proposedDecision(proposed, programme, takenOn(checkpoint, programme)),
    },
  );
  const [choosesElse, setChoosesElse] = useState(false);
  const [asked, setAsked] = useState(false);
  // Whoever opens the form goes on in it.
  useEffect(() => {
    first.current?.focus();
  }, []);
  const keeping = useMutation({
    mutationFn: () => checkpointsClient(api).decide({ ...draft, day: checkpoint.day, rule }),
    onSuccess: async () => {
      await discard();
      await queries.invalidateQueries({ queryKey: checkpointsQueries.root });
      onDone(true);
    },
  });
  const missing = {
    change: draft.change.trim() === '',
    who: draft.ownerId === '',
    dueOn: draft.dueOn === '',
  };
  const error = (isMissing: boolean, message: string) =>
    asked && isMissing ? { validationState: 'error' as const, validationMessage: message } : {};
  return (
    <form
      className={styles.root}
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!Object.values(missing).some(Boolean) && !keeping.isPending) keeping.mutate();
      }}
    >
      <Subtitle2 as={rule === null ? 'h3' : 'h4'} id={title}>
        {rule === null ? texts.decideElse : texts.decideTitle(texts.found[rule])}
      </Subtitle2>
      <Field label={texts.change} required {...error(missing.change, texts.changeMissing)}>
        <Textarea
          textarea={{ ref: first }}
          resize="vertical"
          maxLength={multiLineLimit}
          value={draft.change}
          onChange={(_, { value }) => {
            change({ change: value });
          }}
        />
      </Field>
      <div className={styles.beside}>
        <Field label={texts.who} required {...error(missing.who, texts.whoMissing)}>
          <Select
            value={
              draft.ownerId === programme.ownerId && !choosesElse
                ? programme.ownerId
                : draft.ownerId === programme.sponsorId && !choosesElse
                  ? programme.sponsorId
                  : somebodyElse
            }
            onChange={(_, { value }) => {
              setChoosesElse(value === somebodyElse);
              change({ ownerId: value === somebodyElse ? '' : value });
            }}
          >
            <option value={programme.ownerId}>{texts.whoOwner}</option>
            <option value={programme.sponsorId}>{texts.whoSponsor}</option>
            <option value={somebodyElse}>{texts.whoElse}</option>
          </Select>
        </Field>
        {choosesElse && (
          <PersonPicker
            label={texts.person}
            onPick={(person) => {
              change({ ownerId: person?.userId ?? '' });
            }}
          />
        )}
        <Field label={texts.dueOn} required {...error(missing.dueOn, texts.dueMissing)}>
          <Input
            type="date"
            value={draft.dueOn}
            onChange={(_, { value }) => {
              change({ dueOn: value });
            }}
          />
        </Field>
      </div>
      {keeping.isError && (
        <FailureNotice title={texts.notKept}>{failureInWords(keeping.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={keeping.isPending}>
          {keeping.isPending ? texts.keeping : texts.keep}
        </Button>
        <Button
          onClick={() => {
            void discard().then(() => {
              onDone(false);
            });
          }}
        >
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: {
    ...panel,
    '@media print': { display: 'none' },
  },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  actions: { ...buttonRow, gap: tokens.spacingHorizontalM },
});
