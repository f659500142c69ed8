import {
  Button,
  Field,
  Input,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, workflowsClient } from '@last-mile/shared/client';
import { gapsIn, workflowMap, type WorkflowMap } from '@last-mile/shared/workflows';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { workflowsTexts as texts } from '../workflowsTexts';
import { BoardPart } from './BoardPart';

export interface ToolDecisionPartProps {
  map: WorkflowMap;
  /** Whether the map on the screen says something that is not saved yet. */
  hasChanges: boolean;
  onDecided: (map: WorkflowMap) => void;
}

/** Which tool, and why that one? Only once the task is mapped: the tool follows the map. */
export function ToolDecisionPart({ map, hasChanges, onDecided }: ToolDecisionPartProps) {
  const styles = useStyles();
  const { api, formats } = useSession();
  const [chosen, setChosen] = useState({ tool: '', why: '' });
  const gaps = gapsIn(map);
  const deciding = useMutation({
    mutationFn: () =>
      workflowsClient(api).decideTool(map.clientKey, { ...chosen, eTag: map.eTag ?? '' }),
    onSuccess: (decided) => {
      setChosen({ tool: '', why: '' });
      onDecided(decided);
    },
    onError: (error) => {
      const theirs = overtakenBy(error, workflowMap);
      if (theirs !== undefined) onDecided(theirs);
    },
  });
  const isWhole = chosen.tool.trim() !== '' && chosen.why.trim() !== '';
  const { toolDecision: decision } = map;
  return (
    <BoardPart title={texts.decision}>
      {decision !== null && (
        <div className={styles.decided}>
          <Text weight="semibold">
            {texts.decided(decision.tool, formats.day(decision.decidedOn))}
          </Text>
          <Text>{decision.why}</Text>
        </div>
      )}
      {gaps.length > 0 ? (
        <Text>
          {texts.decisionWaits} {texts.missing(gaps.map((gap) => texts.gaps[gap]).join(', '))}.
        </Text>
      ) : hasChanges ? (
        <Text>{texts.decisionUnsaved}</Text>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isWhole) deciding.mutate();
          }}
        >
          <Field label={texts.decideTool}>
            <Input
              maxLength={255}
              value={chosen.tool}
              onChange={(_, { value }) => {
                setChosen({ ...chosen, tool: value });
              }}
            />
          </Field>
          <Field label={texts.decideWhy}>
            <Textarea
              resize="vertical"
              value={chosen.why}
              onChange={(_, { value }) => {
                setChosen({ ...chosen, why: value });
              }}
            />
          </Field>
          {deciding.isError && <FailureNotice>{failureInWords(deciding.error)}</FailureNotice>}
          <div>
            <Button type="submit" disabledFocusable={!isWhole || deciding.isPending}>
              {decision === null ? texts.decide : texts.decideAgain}
            </Button>
          </div>
        </form>
      )}
    </BoardPart>
  );
}

const useStyles = makeStyles({
  decided: { display: 'flex', flexDirection: 'column' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '640px',
    '@media print': { display: 'none' },
  },
});
