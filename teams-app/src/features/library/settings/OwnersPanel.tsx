import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ItemOwners } from '@last-mile/shared/library';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../app/DataTable';
import { FailureNotice } from '../../../app/FailureNotice';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { settingsQueries } from './settingsQueries';
import { PersonPicker } from './PersonPicker';
import { settingsTexts as texts } from './settingsTexts';
import { useHandOverAll, type HandOverAll } from './useHandOverAll';

type Owner = ItemOwners['owners'][number];

const nameOf = ({ name }: Owner) => name ?? texts.unknownPerson;

/** Who keeps what true, and the way on for what somebody leaves behind. */
export function OwnersPanel() {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const query = useQuery(settingsQueries.owners(api));
  const [leaver, setLeaver] = useState<Owner>();
  const all = useHandOverAll(api, () => {
    setLeaver(undefined);
    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
  });
  const busy = all.state.phase === 'running';
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.owners}</Subtitle1>
      <div role="status">
        <Outcome outcome={all.state} />
      </div>
      <Loaded query={query} loading={<LoadingRows label={texts.ownersLoading} rows={3} />}>
        {({ owners }) =>
          owners.length === 0 ? (
            <Text>{texts.noOwners}</Text>
          ) : (
            <DataTable
              caption={texts.ownersHint}
              columns={[
                { key: 'owner', title: texts.owner },
                { key: 'items', title: texts.items, numeric: true },
                { key: 'handOver', title: texts.handOver },
              ]}
              rows={owners.map((owner) => ({
                key: owner.userId,
                cells: [
                  owner.inProgramme === false
                    ? `${nameOf(owner)} (${texts.hasLeft})`
                    : nameOf(owner),
                  owner.items,
                  <Button
                    key="handOver"
                    size="small"
                    disabled={busy}
                    aria-label={texts.handOverAll(nameOf(owner))}
                    onClick={() => {
                      setLeaver(owner);
                    }}
                  >
                    {texts.handOver}
                  </Button>,
                ],
              }))}
            />
          )
        }
      </Loaded>
      {leaver !== undefined && (
        <NewOwner
          key={leaver.userId}
          leaver={leaver}
          busy={busy}
          onCancel={() => {
            setLeaver(undefined);
          }}
          onHandOver={(person) => void all.handOver(leaver.userId, person.userId)}
        />
      )}
    </section>
  );
}

interface NewOwnerProps {
  leaver: Owner;
  busy: boolean;
  onHandOver: (person: ProgrammePerson) => void;
  onCancel: () => void;
}

function NewOwner({ leaver, busy, onHandOver, onCancel }: NewOwnerProps) {
  const styles = useStyles();
  const [person, setPerson] = useState<ProgrammePerson>();
  return (
    <div className={styles.newOwner}>
      <PersonPicker label={texts.handOverTo(nameOf(leaver))} onPick={setPerson} />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={person === undefined || busy}
          onClick={() => {
            if (person !== undefined) onHandOver(person);
          }}
        >
          {texts.handOver}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ outcome }: { outcome: HandOverAll }) {
  switch (outcome.phase) {
    case 'none':
      return null;
    case 'running':
      return <Text>{texts.handingOver(outcome.done)}</Text>;
    case 'stopped':
      return (
        <FailureNotice title={texts.handOverStopped(outcome.done)}>
          {failureInWords(outcome.error)}
        </FailureNotice>
      );
    case 'done':
      return (
        <MessageBar intent={outcome.kept.length > 0 ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.handedOver(outcome.done)}</MessageBarTitle>{' '}
            {outcome.kept.length > 0 && texts.stayed(outcome.kept.map(({ title }) => title))}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  newOwner: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
