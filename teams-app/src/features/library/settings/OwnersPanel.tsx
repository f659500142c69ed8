import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { settingsClient } from '@last-mile/shared/client';
import type { ItemOwners } from '@last-mile/shared/library';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../app/DataTable';
import { Loaded } from '../../../app/Loaded';
import { PersonPicker } from '../../../app/people/PersonPicker';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { StepsNotice } from '../StepsNotice';
import { useSteps } from '../useSteps';
import { settingsQueries } from './settingsQueries';
import { settingsTexts as texts } from './settingsTexts';

type Owner = ItemOwners['owners'][number];

const nameOf = ({ name }: Owner) => name ?? texts.unknownPerson;

/** Who keeps what true, and the way on for what somebody leaves behind. */
export function OwnersPanel() {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const query = useQuery(settingsQueries.owners(api));
  const [leaver, setLeaver] = useState<Owner>();
  const { steps, take } = useSteps(() => {
    setLeaver(undefined);
    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
  });
  const busy = steps.phase === 'running';

  /** What stays is asked for again with each step; one that moves nothing is the last. */
  const handOver = (from: string, ownerId: string) =>
    take(async ({ done }) => {
      const { handedOver, kept, left } = await settingsClient(api).handOverAll({ from, ownerId });
      return { done: done + handedOver, kept, goesOn: left > 0 && handedOver > 0 };
    });

  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.owners}</Subtitle1>
      <StepsNotice
        steps={steps}
        texts={{
          running: texts.handingOver,
          stopped: texts.handOverStopped,
          done: texts.handedOver,
          kept: texts.stayed,
        }}
      />
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
          onHandOver={(person) => void handOver(leaver.userId, person.userId)}
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

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  newOwner: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
