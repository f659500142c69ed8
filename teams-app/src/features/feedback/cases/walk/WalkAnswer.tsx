import {
  Button,
  Caption1,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useDraft } from '@last-mile/shared/draft';
import { walkOutcomes, type WalkOutcome } from '@last-mile/shared/feedback';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FailureNotice } from '../../../../app/FailureNotice';
import { buttonRow, framedPanel } from '../../../../app/panel';
import { useSession } from '../../../../app/session';
import { useSingleKeys } from '../../queue/singleKeys';
import { caseQueries } from '../caseQueries';
import { casesTexts as texts } from '../casesTexts';
import { useAnswerKeys } from './useAnswerKeys';
import type { Answered } from './WalkedCases';

export interface WalkAnswerProps {
  caseKey: string;
  /** The version that is walked. */
  version: number;
  isLast: boolean;
  onDone: (answer: Answered) => void;
}

interface AnswerDraft {
  /** Made with the choice, so that a repeated send is the same walk. */
  clientKey: string;
  outcome: WalkOutcome | null;
  note: string;
}

const unanswered: AnswerDraft = { clientKey: '', outcome: null, note: '' };

/** Whether it holds, with a note. What is typed is kept until it is sent, and what is sent until it arrives. */
export function WalkAnswer({ caseKey, version, isLast, onDone }: WalkAnswerProps) {
  const styles = useStyles();
  const { queue, user } = useSession();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const { on } = useSingleKeys();
  const draftKey = `${user.userId} walk ${caseKey} ${String(version)}`;
  const { draft, change, discard } = useDraft(draftKey, unanswered);
  const [asked, setAsked] = useState(false);
  const { clientKey, outcome, note } = draft;
  const choose = (value: WalkOutcome) => {
    change({ outcome: value, clientKey: crypto.randomUUID() });
  };
  const saving = useMutation({
    mutationFn: (seen: WalkOutcome) =>
      queue.sendWalk(caseKey, {
        ...{ clientKey, version, outcome: seen },
        note: note.trim() === '' ? null : note,
      }),
    onSuccess: async (result, seen) => {
      await discard();
      void queries.invalidateQueries({ queryKey: caseQueries.root });
      onDone({ outcome: seen, waits: result === 'kept' });
    },
    onError: () => {
      change({ clientKey: crypto.randomUUID() });
    },
  });
  useAnswerKeys((value) => {
    choose(value);
    form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  });
  const mustChoose = asked && outcome === null;
  return (
    <form
      ref={form}
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (outcome !== null && !saving.isPending) saving.mutate(outcome);
      }}
    >
      <Field
        label={texts.question}
        required
        {...(mustChoose
          ? { validationState: 'error' as const, validationMessage: texts.choose }
          : {})}
      >
        <RadioGroup
          layout="horizontal"
          value={outcome ?? ''}
          onChange={(_, { value }) => {
            const chosen = walkOutcomes.find((each) => each === value);
            if (chosen !== undefined) choose(chosen);
          }}
        >
          {walkOutcomes.map((each, index) => (
            <Radio
              key={each}
              value={each}
              aria-keyshortcuts={on ? String(index + 1) : undefined}
              label={
                <>
                  {texts.outcomes[each]}
                  {on && (
                    <kbd aria-hidden className={styles.key}>
                      {index + 1}
                    </kbd>
                  )}
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={texts.note} hint={texts.noteHint}>
        <Textarea
          value={note}
          maxLength={multiLineLimit}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ note: value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      {saving.error !== null && (
        <FailureNotice title={texts.notSaved}>{failureInWords(saving.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={saving.isPending}>
          {saving.isPending ? texts.saving : isLast ? texts.finish : texts.next}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            onDone({ outcome: 'skipped', waits: false });
          }}
        >
          {texts.skip}
        </Button>
        {on && <Caption1 className={styles.quiet}>{texts.keys}</Caption1>}
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: framedPanel,
  key: {
    marginInlineStart: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { ...buttonRow, alignItems: 'center' },
});
