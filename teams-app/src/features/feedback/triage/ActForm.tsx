import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { useDraft } from '@last-mile/shared/draft';
import type { FeedbackDetail, Triager } from '@last-mile/shared/feedback';
import { failureInWords } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { buttonRow, framedPanel } from '../../../app/panel';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';
import type { OpenAct } from '../queue/queuePlace';
import { ActFields } from './ActFields';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { initialDraft, toAct } from './triageDraft';
import { triageTexts as texts } from './triageTexts';
import { useTriage, type Attempt } from './useTriage';

export interface ActFormProps {
  form: OpenAct;
  detail: FeedbackDetail;
  triagers: readonly Triager[];
  onDone: (attempt: Attempt) => void;
  onClose: () => void;
}

/** No field needs mending before somebody has asked to send. */
const nothing: ReadonlySet<string> = new Set();

/**
 * An act on its way: what it does, what it needs, and what became of it. What is written is kept on
 * this device until the act is done; a refusal takes nothing away.
 */
export function ActForm({ form, detail, triagers, onDone, onClose }: ActFormProps) {
  const styles = useStyles();
  const { api, user, programme } = useSession();
  const { item, alike } = detail;
  const [initial] = useState(() =>
    initialDraft(item, calendarDayIn(new Date(), programme.timeZone)),
  );
  const draftKey = `${user.userId} ${form} ${item.clientKey}`;
  const { draft, change, discard } = useDraft(draftKey, initial);
  const [asked, setAsked] = useState(false);
  const triage = useTriage(async (attempt) => {
    await discard();
    onDone(attempt);
  });
  const other = useQuery({
    ...feedbackQueries.detail(api, draft.into),
    enabled: form === 'merge' && draft.into !== '',
  }).data?.item;
  const ready = toAct(form, draft, item);
  const root = useFirstField();

  if (triage.overtaken !== null) {
    return (
      <ChangedMeanwhile
        overtaken={triage.overtaken}
        busy={triage.busy}
        onMine={triage.send}
        onTheirs={() => {
          void triage.giveWay().then(onClose);
        }}
      />
    );
  }
  return (
    <form
      ref={root}
      className={styles.root}
      aria-labelledby="act-title"
      data-act={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if ('mend' in ready || triage.busy) return;
        const read = ready.on === 'this' ? item : other;
        if (read !== undefined) triage.send({ read, act: ready.act });
      }}
    >
      <div>
        <Subtitle2 as="h3" block id="act-title">
          {texts.acts[form]}
        </Subtitle2>
        <Text className={styles.quiet}>{texts.hints[form]}</Text>
      </div>
      <ActFields
        {...{ form, item, draft, triagers, alike, other }}
        mend={asked && 'mend' in ready ? ready.mend : nothing}
        onChange={change}
      />
      {triage.failure !== null && (
        <FailureNotice title={texts.failed}>{failureInWords(triage.failure)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={triage.busy}>
          {triage.busy ? texts.working : texts.submits[form]}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Caption1 className={styles.quiet}>{texts.kept}</Caption1>
      </div>
    </form>
  );
}

/** Who opened the form by a key goes on in its first field. */
function useFirstField() {
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = ['input:checked', 'input, textarea, select', 'button[type="submit"]']
      .map((kind) => root.current?.querySelector<HTMLElement>(kind))
      .find((field) => field != null);
    first?.focus();
  }, []);
  return root;
}

const useStyles = makeStyles({
  root: framedPanel,
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { ...buttonRow, alignItems: 'center' },
});
