import {
  Button,
  Caption1,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, ownershipClient } from '@last-mile/shared/client';
import {
  canEnd,
  ownershipResponse,
  type OwnershipResponse,
  type ProgrammeEnding,
  type ProgrammePerson,
} from '@last-mile/shared/programme';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { PersonPicker } from '../../../app/people/PersonPicker';
import { useSession } from '../../../app/session';
import { endingTexts as texts } from './endingTexts';
import { ownershipQueries } from './ownershipQueries';

type How = ProgrammeEnding['how'];
const hows: readonly How[] = ['sustain', 'handOver', 'stop'];

/** How the programme goes on, to be said once. */
export function EndingForm({ ownership }: { ownership: OwnershipResponse }) {
  const styles = useStyles();
  const { api, programme } = useSession();
  const queryClient = useQueryClient();
  const today = calendarDayIn(new Date(), programme.timeZone);
  const sample = (each: How): ProgrammeEnding =>
    each === 'stop'
      ? { how: each, reason: '-' }
      : each === 'handOver'
        ? { how: each, ownerId: '-' }
        : { how: each };
  const possible = hows.filter(
    (each) => canEnd({ ...programme, ended: ownership.ended }, sample(each), today).allowed,
  );
  const [how, setHow] = useState<How | null>(possible.length === 1 ? (possible[0] ?? null) : null);
  const [owner, setOwner] = useState<ProgrammePerson>();
  const [reason, setReason] = useState('');
  const [message, setMessage] = useState('');
  const ending = endingOf(how, owner, reason);
  const wanted = ending === null || message.trim() === '' ? null : { ending, message };
  const saving = useMutation({
    mutationFn: (said: NonNullable<typeof wanted>) =>
      ownershipClient(api).end({ eTag: ownership.eTag, ...said }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(ownershipQueries.ownership(api).queryKey, saved);
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      const now = overtakenBy(error, ownershipResponse);
      if (now !== undefined) {
        queryClient.setQueryData(ownershipQueries.ownership(api).queryKey, now);
      }
    },
  });
  const overtaken = overtakenBy(saving.error, ownershipResponse) !== undefined;
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== null) saving.mutate(wanted);
      }}
    >
      <Field label={texts.how} {...(possible.length === 1 ? { hint: texts.onlyStop } : {})}>
        <RadioGroup
          value={how ?? ''}
          onChange={(_, { value }) => {
            setHow(value as How);
          }}
        >
          {possible.map((each) => (
            <Radio key={each} value={each} label={texts.hows[each]} />
          ))}
        </RadioGroup>
      </Field>
      {how === 'handOver' && (
        <div>
          <PersonPicker label={texts.newOwner} onPick={setOwner} />
          {owner !== undefined && <Caption1>{texts.chosen(owner.name)}</Caption1>}
        </div>
      )}
      {how === 'stop' && (
        <Field label={texts.reason}>
          <Textarea
            resize="vertical"
            maxLength={4_000}
            value={reason}
            onChange={(_, { value }) => {
              setReason(value);
            }}
          />
        </Field>
      )}
      <Field label={texts.message} hint={texts.messageHint}>
        <Textarea
          resize="vertical"
          rows={6}
          maxLength={4_000}
          value={message}
          onChange={(_, { value }) => {
            setMessage(value);
          }}
        />
      </Field>
      <div className={styles.told}>
        <Text weight="semibold">
          {ownership.tookPart === null ? texts.tookPartFew : texts.tookPart(ownership.tookPart)}
        </Text>
        <Caption1>{texts.whoTookPart}</Caption1>
      </div>
      {saving.isError && (
        <FailureNotice title={texts.notEnded}>
          {overtaken ? texts.overtaken : failureInWords(saving.error)}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={wanted === null || saving.isPending}
        >
          {saving.isPending ? texts.ending : texts.end}
        </Button>
        <Caption1>{texts.sure}</Caption1>
      </div>
    </form>
  );
}

function endingOf(
  how: How | null,
  owner: ProgrammePerson | undefined,
  reason: string,
): ProgrammeEnding | null {
  switch (how) {
    case 'sustain':
      return { how };
    case 'handOver':
      return owner === undefined ? null : { how, ownerId: owner.userId };
    case 'stop':
      return reason.trim() === '' ? null : { how, reason };
    case null:
      return null;
  }
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  told: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
