import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { privacyClient } from '@last-mile/shared/client';
import type { ErasureResponse } from '@last-mile/shared/privacy';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { ownDataQueries } from './ownDataQueries';
import { ownDataTexts as texts } from './ownDataTexts';

/** Says what an erasure does before it is asked for, takes the wish and tells how it stands. */
export function EraseOwn({ state: { erasure, blockedBy } }: { state: ErasureResponse }) {
  const styles = useStyles();
  const { formats } = useSession();
  if (erasure?.doneAt === null) {
    return <Text role="status">{texts.underWay}</Text>;
  }
  return (
    <div className={styles.part}>
      {erasure !== null && (
        <Text role="status">
          {texts.done(formats.moment(erasure.doneAt))}{' '}
          {texts.doneRecords(erasure.done.reduce((sum, { records }) => sum + records, 0))}{' '}
          {texts.countsFrom(formats.day(erasure.countsFrom))}
        </Text>
      )}
      <ul className={styles.list}>
        {Object.values(texts.consequences).map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
      {blockedBy.length > 0 ? <Text>{texts.blocked(blockedBy.join(', '))}</Text> : <Confirm />}
    </div>
  );
}

function Confirm() {
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  // One key for one wish, however often it is sent.
  const [clientKey] = useState(() => crypto.randomUUID());
  const erasing = useMutation({
    mutationFn: () => privacyClient(api).eraseOwn({ clientKey }),
    onSuccess: (answer) => {
      queries.setQueryData(ownDataQueries.erasure(api).queryKey, answer);
    },
  });
  const isConfirmed = typed.trim().toUpperCase() === texts.confirmation;
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed && !erasing.isPending) erasing.mutate();
      }}
    >
      <Field label={texts.typeIt(texts.confirmation)}>
        <Input
          value={typed}
          autoComplete="off"
          onChange={(_, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
      <div>
        <Button type="submit" disabled={!isConfirmed} disabledFocusable={erasing.isPending}>
          {texts.erase}
        </Button>
      </div>
      {erasing.error !== null && (
        <FailureNotice title={texts.failed}>{failureInWords(erasing.error)}</FailureNotice>
      )}
    </form>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});
