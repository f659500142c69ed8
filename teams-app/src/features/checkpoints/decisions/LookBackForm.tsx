import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import {
  checkpointDecision,
  decisionResult,
  type CheckpointDay,
  type CheckpointDecision,
  type DecisionResult,
} from '@last-mile/shared/checkpoints';
import { checkpointsClient, overtakenBy } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { multiLineLimit } from '@last-mile/shared/text';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { checkpointsQueries } from '../checkpointsQueries';
import { checkpointsTexts as texts } from '../checkpointsTexts';

export interface LookBackFormProps {
  decision: CheckpointDecision;
  day: CheckpointDay;
}

interface Draft {
  result: DecisionResult | null;
  note: string;
}

/** Did it work? One choice, and a word on it for who likes. */
export function LookBackForm({ decision, day }: LookBackFormProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queries = useQueryClient();
  const { draft, change, discard } = useDraft<Draft>(
    `${user.userId} look back ${decision.clientKey}`,
    { result: null, note: '' },
  );
  const show = () => queries.invalidateQueries({ queryKey: checkpointsQueries.root });
  const saying = useMutation({
    mutationFn: (result: DecisionResult) =>
      checkpointsClient(api).lookBack(decision.clientKey, {
        ...{ eTag: decision.eTag ?? '', day, result },
        note: draft.note.trim() === '' ? null : draft.note,
      }),
    onSuccess: async () => {
      await discard();
      await show();
    },
    onError: (error) => {
      if (overtakenBy(error, checkpointDecision) !== undefined) void show();
    },
  });
  const overtaken = overtakenBy(saying.error, checkpointDecision) !== undefined;
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.result !== null && !saying.isPending) saying.mutate(draft.result);
      }}
    >
      <Field label={texts.whatCame} required>
        <RadioGroup
          className={styles.results}
          value={draft.result ?? ''}
          onChange={(_, { value }) => {
            change({ result: decisionResult.options.find((each) => each === value) ?? null });
          }}
        >
          {decisionResult.options.map((result) => (
            <Radio key={result} value={result} label={texts.results[result]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={texts.note}>
        <Textarea
          resize="vertical"
          maxLength={multiLineLimit}
          value={draft.note}
          onChange={(_, { value }) => {
            change({ note: value });
          }}
        />
      </Field>
      {overtaken ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.overtaken}</MessageBarBody>
        </MessageBar>
      ) : (
        saying.isError && (
          <FailureNotice title={texts.notSaid}>{failureInWords(saying.error)}</FailureNotice>
        )
      )}
      <div>
        <Button type="submit" disabledFocusable={draft.result === null || saying.isPending}>
          {saying.isPending ? texts.keeping : texts.say}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  results: { display: 'flex', flexDirection: 'row', flexWrap: 'wrap' },
});
