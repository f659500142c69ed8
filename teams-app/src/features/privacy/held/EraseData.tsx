import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ErasureResponse } from '@last-mile/shared/privacy';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import type { Formats } from '../../../app/formats';
import { bullets } from '../../../app/panel';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';

/** What is said of an erasure, to whose data it is or to an admin. */
interface EraseWords {
  readonly consequences: Readonly<Record<string, string>>;
  /** What is typed to confirm. */
  readonly confirmation: string;
  readonly typeIt: (word: string) => string;
  readonly erase: string;
  readonly blocked: (programmes: string) => string;
  readonly underWay: string;
  readonly done: (moment: string) => string;
  readonly countsFrom: (day: string) => string;
  readonly doneRecords: (count: number) => string;
  readonly failed: string;
}

export interface EraseDataProps {
  state: ErasureResponse;
  words: EraseWords;
  formats: Pick<Formats, 'day' | 'moment'>;
  /** Takes the wish down, under a key of its own. */
  erase: (clientKey: string) => Promise<ErasureResponse>;
  onAnswer: (answer: ErasureResponse) => void;
}

/** Says what an erasure does before it is asked for, takes the wish and tells how it stands. */
export function EraseData({ state, words, formats, erase, onAnswer }: EraseDataProps) {
  const styles = useStyles();
  const { erasure, blockedBy } = state;
  const standing = useFocusWhenGone<HTMLDivElement>(erasure?.clientKey);
  const isUnderWay = erasure?.doneAt === null;
  return (
    <div className={styles.part}>
      <div role="status" ref={standing} tabIndex={-1} className={styles.standing}>
        {erasure !== null && <Text>{standingOf(erasure, words, formats)}</Text>}
      </div>
      {!isUnderWay && (
        <>
          <ul className={styles.list}>
            {Object.values(words.consequences).map((line) => (
              <li key={line}>
                <Text>{line}</Text>
              </li>
            ))}
          </ul>
          {blockedBy.length > 0 ? (
            <Text>{words.blocked(blockedBy.join(', '))}</Text>
          ) : (
            <Confirm {...{ words, erase, onAnswer }} />
          )}
        </>
      )}
    </div>
  );
}

function standingOf(
  erasure: NonNullable<ErasureResponse['erasure']>,
  words: EraseWords,
  formats: EraseDataProps['formats'],
): string {
  if (erasure.doneAt === null) return words.underWay;
  const records = erasure.done.reduce((sum, each) => sum + each.records, 0);
  return [
    words.done(formats.moment(erasure.doneAt)),
    words.doneRecords(records),
    words.countsFrom(formats.day(erasure.countsFrom)),
  ].join(' ');
}

function Confirm({ words, erase, onAnswer }: Pick<EraseDataProps, 'words' | 'erase' | 'onAnswer'>) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  // One key for one wish, however often it is sent.
  const [clientKey] = useState(() => crypto.randomUUID());
  const erasing = useMutation({
    mutationFn: () => erase(clientKey),
    onSuccess: onAnswer,
  });
  const isConfirmed = typed.trim().toUpperCase() === words.confirmation.toUpperCase();
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed && !erasing.isPending) erasing.mutate();
      }}
    >
      <Field label={words.typeIt(words.confirmation)}>
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
          {words.erase}
        </Button>
      </div>
      {erasing.error !== null && (
        <FailureNotice title={words.failed}>{failureInWords(erasing.error)}</FailureNotice>
      )}
    </form>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  standing: { outlineStyle: 'none' },
  list: bullets,
});
