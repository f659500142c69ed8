import {
  Button,
  Field,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { triageClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import type { BulkTriageResponse, QueueItem, TriageAct, Triager } from '@last-mile/shared/feedback';
import { failureInWords, refusalInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';
import { VendorPack } from '../VendorPack';
import { queueTexts as texts } from './queueTexts';

export interface BulkBarProps {
  items: readonly QueueItem[];
  triagers: readonly Triager[];
  /** Takes items out of the choice: those that are done. */
  onDone: (keys: readonly string[]) => void;
  onClear: () => void;
}

type Form = 'takeUp' | 'decline' | 'pack';

interface BulkDraft {
  note: string;
  reason: string;
}

const nothing: BulkDraft = { note: '', reason: '' };

/** The same act on all that are chosen. What could not be done stays chosen, with the reason why. */
export function BulkBar({ items, triagers, onDone, onClear }: BulkBarProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<Form>();
  const { draft, change, discard } = useDraft<BulkDraft>(`${user.userId} triage of many`, nothing);
  const bulk = useMutation({
    mutationFn: (act: TriageAct) =>
      triageClient(api).actOnMany({
        // What SharePoint does not have yet cannot be triaged.
        items: items.flatMap(({ clientKey, eTag }) => (eTag === null ? [] : [{ clientKey, eTag }])),
        act,
      }),
    onSuccess: async ({ results }) => {
      setForm(undefined);
      change(nothing);
      await discard();
      onDone(results.flatMap(({ state, clientKey }) => (state === 'done' ? [clientKey] : [])));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedbackQueries.root }),
  });
  const note = draft.note.trim() === '' ? null : draft.note;
  const toggle = (wanted: Form) => () => {
    bulk.reset();
    setForm(form === wanted ? undefined : wanted);
  };

  if (items.length === 0) {
    return bulk.data === undefined ? null : <BulkResult results={bulk.data.results} />;
  }
  return (
    <section aria-label={texts.bulk} className={styles.root}>
      <div className={styles.acts}>
        <Text weight="semibold" className={styles.chosen}>
          {texts.chosen(items.length)}
        </Text>
        <Button size="small" aria-expanded={form === 'takeUp'} onClick={toggle('takeUp')}>
          {texts.takeUp}
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small">{texts.assign}</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {[...triagers, { userId: null, name: texts.nobody }].map(({ userId, name }) => (
                <MenuItem
                  key={name}
                  onClick={() => {
                    bulk.mutate({ do: 'assign', to: userId });
                  }}
                >
                  {name}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button size="small" aria-expanded={form === 'decline'} onClick={toggle('decline')}>
          {texts.decline}
        </Button>
        <Button size="small" aria-expanded={form === 'pack'} onClick={toggle('pack')}>
          {texts.pack}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClear}>
          {texts.clearChosen}
        </Button>
      </div>
      {form === 'takeUp' && (
        <BulkForm
          label={texts.note}
          hint={texts.noteHint}
          value={draft.note}
          busy={bulk.isPending}
          submit={texts.takeUpMany(items.length)}
          onChange={(words) => {
            change({ note: words });
          }}
          onSubmit={() => {
            bulk.mutate({ do: 'takeUp', note });
          }}
        />
      )}
      {form === 'decline' && (
        <BulkForm
          required
          label={texts.reasonToDecline}
          hint={texts.reasonToDeclineHint}
          value={draft.reason}
          busy={bulk.isPending}
          submit={texts.declineMany(items.length)}
          onChange={(reason) => {
            change({ reason });
          }}
          onSubmit={() => {
            bulk.mutate({
              do: 'close',
              outcome: { route: 'declined', reason: draft.reason },
              note: null,
            });
          }}
        />
      )}
      {form === 'pack' && <VendorPack keys={items.map(({ clientKey }) => clientKey)} />}
      {bulk.isError && (
        <FailureNotice title={texts.bulkFailed}>{failureInWords(bulk.error)}</FailureNotice>
      )}
      {bulk.data !== undefined && <BulkResult results={bulk.data.results} />}
    </section>
  );
}

interface BulkFormProps {
  label: string;
  hint: string;
  value: string;
  required?: boolean;
  busy: boolean;
  submit: string;
  onChange: (words: string) => void;
  onSubmit: () => void;
}

function BulkForm(props: BulkFormProps) {
  const { label, hint, value, required = false, busy, submit, onChange, onSubmit } = props;
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  const missing = required && value.trim() === '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!missing && !busy) onSubmit();
      }}
    >
      <Field
        label={label}
        hint={hint}
        required={required}
        {...(asked && missing
          ? { validationState: 'error' as const, validationMessage: texts.missing }
          : {})}
      >
        <Textarea
          value={value}
          resize="vertical"
          onChange={(_, { value: words }) => {
            onChange(words);
          }}
        />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? texts.working : submit}
        </Button>
      </div>
    </form>
  );
}

function BulkResult({ results }: { results: BulkTriageResponse['results'] }) {
  const done = results.filter(({ state }) => state === 'done').length;
  const conflicts = results.filter(({ state }) => state === 'conflict').length;
  const refusals = new Map<string, number>();
  for (const result of results) {
    if (result.state !== 'refused') continue;
    const why = refusalInWords(result);
    refusals.set(why, (refusals.get(why) ?? 0) + 1);
  }
  return (
    <MessageBar
      intent={done === results.length ? 'success' : 'warning'}
      layout="multiline"
      role="status"
    >
      <MessageBarBody>
        {[
          ...(done > 0 ? [texts.bulkDone(done)] : []),
          ...(conflicts > 0 ? [texts.bulkConflicts(conflicts)] : []),
          ...[...refusals].map(([why, count]) => texts.bulkRefused(count, why)),
        ].join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '& > button': { minWidth: 'auto' },
  },
  chosen: { marginInlineEnd: 'auto' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});
