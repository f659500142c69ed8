import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { libraryClient } from '@last-mile/shared/client';
import { canHandOver, type LibraryItem } from '@last-mile/shared/library';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { PersonPicker } from '../../../app/people/PersonPicker';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { settingsTexts as texts } from './settingsTexts';

/** Who keeps an item true, and for its owner and champions the way to hand it over. */
export function ItemOwner({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { api, user, may } = useSession();
  const queryClient = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const [person, setPerson] = useState<ProgrammePerson>();
  const { clientKey, eTag, owner } = item;
  const handOver = useMutation({
    mutationFn: (ownerId: string) => libraryClient(api).handOver(clientKey, eTag ?? '', ownerId),
    onSuccess: () => {
      setChoosing(false);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: libraryQueries.root }),
  });
  const mayHandOver = canHandOver(item, { userId: user.userId, champion: may.champion }).allowed;
  if (owner === null && !mayHandOver) return null;
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        {owner !== null && <Text>{texts.ownedBy(owner.name ?? texts.unknownPerson)}</Text>}
        {mayHandOver && !choosing && (
          <Button
            size="small"
            onClick={() => {
              setPerson(undefined);
              setChoosing(true);
            }}
          >
            {texts.changeOwner}
          </Button>
        )}
      </div>
      {mayHandOver && choosing && (
        <>
          <PersonPicker label={texts.newOwner} onPick={setPerson} />
          {handOver.isError && <FailureNotice>{failureInWords(handOver.error)}</FailureNotice>}
          <div className={styles.line}>
            <Button
              appearance="primary"
              disabledFocusable={person === undefined || handOver.isPending}
              onClick={() => {
                if (person !== undefined) handOver.mutate(person.userId);
              }}
            >
              {texts.handOver}
            </Button>
            <Button
              onClick={() => {
                setChoosing(false);
              }}
            >
              {texts.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
