import {
  Button,
  Field,
  Input,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useDraft } from '@last-mile/shared/draft';
import { failureInWords } from '@last-mile/shared/ui';
import type { TimingPoint, TimingRequest, WorkflowMap } from '@last-mile/shared/workflows';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { buttonRow, card } from '../../../app/panel';
import { useSession } from '../../../app/session';
import { workflowsTexts } from '../workflowsTexts';
import { timingQueries } from './timingQueries';
import { timingTexts as texts } from './timingTexts';
import { minutesIn, type TypedMinutes } from './typedMinutes';

export interface TimingFormProps {
  map: Pick<WorkflowMap, 'clientKey' | 'steps'>;
  point: TimingPoint;
  /** What the person said before, and whether that has arrived. */
  before: { steps: TimingRequest['steps']; stand: 'answered' | 'waits' } | null;
}

/** How long does each step take me? The same short form at every point. */
export function TimingForm({ map, point, before }: TimingFormProps) {
  const styles = useStyles();
  const title = useId();
  const { api, queue, user } = useSession();
  const queries = useQueryClient();
  const { draft, change, discard } = useDraft<{ typed: TypedMinutes }>(
    `${user.userId} timing ${map.clientKey} ${point}`,
    { typed: typedOf(before?.steps ?? []) },
  );
  const [asked, setAsked] = useState(false);
  const steps = map.steps.map(({ id, name }, index) => ({
    stepKey: id,
    name: name || workflowsTexts.stepNumber(index + 1),
    minutes: minutesIn(draft.typed[id]),
  }));
  const empty = steps.filter(({ minutes }) => minutes === null).length;
  const wrong = steps.some(({ minutes }) => minutes === undefined);
  const sending = useMutation({
    mutationFn: () =>
      queue.sendForm('/api/workflows/timings', {
        ...{ clientKey: crypto.randomUUID(), workflowKey: map.clientKey, point },
        steps: steps.map(({ stepKey, minutes }) => ({ stepKey, minutes: minutes ?? null })),
      }),
    onSuccess: async () => {
      await discard();
      await queries.invalidateQueries({ queryKey: timingQueries.form(api).queryKey });
    },
  });
  const isWhole = !wrong && empty < steps.length;
  return (
    <form
      className={styles.root}
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isWhole && !sending.isPending) sending.mutate();
      }}
    >
      <Subtitle2 as="h3" id={title}>
        {texts.askTitle(texts.asks[point])}
      </Subtitle2>
      <Text>{texts.ask}</Text>
      <div className={styles.fields}>
        {steps.map(({ stepKey, name, minutes }) => (
          <Field
            key={stepKey}
            label={texts.minutesFor(name)}
            {...(minutes === undefined
              ? { validationState: 'error' as const, validationMessage: texts.notANumber }
              : {})}
          >
            <Input
              inputMode="decimal"
              value={draft.typed[stepKey] ?? ''}
              onChange={(_, { value }) => {
                sending.reset();
                change({ typed: { ...draft.typed, [stepKey]: value } });
              }}
            />
          </Field>
        ))}
      </div>
      {sending.isError && (
        <FailureNotice title={texts.notSent}>{failureInWords(sending.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={sending.isPending}>
          {sending.isPending ? texts.sending : before === null ? texts.send : texts.sendAgain}
        </Button>
        <Text role="status">
          {sending.isSuccess
            ? texts[sending.data]
            : asked && empty === steps.length
              ? texts.noneTimed
              : asked && empty > 0
                ? texts.leftEmpty(empty)
                : before === null
                  ? ''
                  : texts[before.stand]}
        </Text>
      </div>
    </form>
  );
}

function typedOf(steps: TimingRequest['steps']): TypedMinutes {
  return Object.fromEntries(
    steps.map(({ stepKey, minutes }) => [stepKey, minutes === null ? '' : String(minutes)]),
  );
}

const useStyles = makeStyles({
  root: {
    ...card,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { display: 'none' },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
  actions: { ...buttonRow, alignItems: 'center', gap: tokens.spacingHorizontalM },
});
