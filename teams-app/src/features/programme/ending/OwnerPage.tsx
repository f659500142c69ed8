import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, ownershipClient } from '@last-mile/shared/client';
import {
  canDecideOwnership,
  ownershipResponse,
  type OwnershipResponse,
  type ProgrammePerson,
} from '@last-mile/shared/programme';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { Loaded } from '../../../app/Loaded';
import { PersonPicker } from '../../../app/people/PersonPicker';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { endingTexts as texts } from './endingTexts';
import { ownershipQueries } from './ownershipQueries';

/** Does somebody answer for the programme, and who shall? For its sponsor and its owner. */
export function OwnerPage() {
  const styles = useStyles();
  const { api, programme, user } = useSession();
  const query = useQuery(ownershipQueries.ownership(api));
  const decides = canDecideOwnership(programme, user).allowed;
  return (
    <SubPage
      backHref={toHref({ page: 'programmePlan' })}
      back={texts.backToPlan}
      title={texts.ownerTitle}
      subtitle={texts.ownerSubtitle}
      gap="XL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={3} />}>
        {(ownership) => (
          <div className={styles.root}>
            <Standing ownership={ownership} />
            {decides && <NameOwner ownership={ownership} />}
          </div>
        )}
      </Loaded>
    </SubPage>
  );
}

function Standing({ ownership: { owner } }: { ownership: OwnershipResponse }) {
  const { formats } = useSession();
  const { state, since } = owner.standing;
  const how =
    state === 'gone'
      ? texts.gone
      : state === 'silent'
        ? texts.silent(since === null ? '' : formats.day(since))
        : texts.present;
  return (
    <MessageBar intent={state === 'present' ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody>
        {texts.ownerNow(owner.name ?? texts.someone)} {how}
      </MessageBarBody>
    </MessageBar>
  );
}

function NameOwner({ ownership }: { ownership: OwnershipResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [person, setPerson] = useState<ProgrammePerson>();
  const show = (shown: OwnershipResponse) => {
    queryClient.setQueryData(ownershipQueries.ownership(api).queryKey, shown);
    setPerson(undefined);
  };
  const naming = useMutation({
    mutationFn: (ownerId: string) =>
      ownershipClient(api).nameOwner({ eTag: ownership.eTag, ownerId }),
    onSuccess: show,
    onError: (error) => {
      const now = overtakenBy(error, ownershipResponse);
      if (now !== undefined) show(now);
    },
  });
  const overtaken = overtakenBy(naming.error, ownershipResponse) !== undefined;
  return (
    <form
      className={styles.root}
      aria-labelledby="name-owner"
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== undefined) naming.mutate(person.userId);
      }}
    >
      <Subtitle2 as="h2" id="name-owner">
        {texts.nameTitle}
      </Subtitle2>
      <Text>{texts.nameHint}</Text>
      <PersonPicker label={texts.newOwner} onPick={setPerson} />
      {naming.isError && (
        <FailureNotice title={texts.notNamed}>
          {overtaken ? texts.overtaken : failureInWords(naming.error)}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={person === undefined || naming.isPending}
        >
          {naming.isPending ? texts.naming : texts.name}
        </Button>
        <Text role="status">{person === undefined ? '' : texts.chosen(person.name)}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
