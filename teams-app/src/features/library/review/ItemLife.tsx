import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { libraryClient } from '@last-mile/shared/client';
import {
  canEdit,
  canReinstate,
  canRenew,
  canRetire,
  canReturn,
  canSubmit,
  type LibraryItem,
} from '@last-mile/shared/library';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureInWords } from '@last-mile/shared/ui';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { libraryQueries } from '../libraryQueries';
import { lifeTexts as texts } from '../lifeTexts';
import { GiveBack } from './GiveBack';

type Act = 'submit' | 'renew' | 'retire' | 'reinstate';

/** What can be done next with an item, by whoever looks at it. What cannot be done is not offered. */
export function ItemLife({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { api, user, may } = useSession();
  const queryClient = useQueryClient();
  const [givingBack, setGivingBack] = useState(false);
  const act = useMutation({
    mutationFn: (send: (client: ReturnType<typeof libraryClient>) => Promise<LibraryItem>) =>
      send(libraryClient(api)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: libraryQueries.root }),
  });
  const { clientKey, eTag, returned } = item;
  const root = useFocusWhenGone<HTMLDivElement>(`${eTag ?? ''} ${String(givingBack)}`);
  if (eTag === null) return null;

  const viewer = { userId: user.userId, champion: may.champion };
  const acts: readonly [Act, boolean, string][] = [
    ['submit', canSubmit(item, viewer).allowed, texts.submit],
    ['renew', item.stale && canRenew(item, viewer).allowed, texts.stillRight],
    ['retire', canRetire(item, viewer).allowed, texts.retire],
    ['reinstate', canReinstate(item, viewer).allowed, texts.reinstate],
  ];
  const mayEdit = canEdit(item, viewer).allowed;
  const mayReturn = canReturn(item, viewer).allowed;
  const offered = acts.filter(([, allowed]) => allowed);
  if (!mayEdit && !mayReturn && offered.length === 0) return null;

  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      {returned !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.returned(returned.by.name ?? texts.someone)}</MessageBarTitle>
            {returned.note}
          </MessageBarBody>
        </MessageBar>
      )}
      {act.isError && <FailureNotice>{failureInWords(act.error)}</FailureNotice>}
      <div className={styles.acts}>
        {mayEdit && (
          <LinkButton href={toHref({ page: 'libraryEdit', clientKey })} icon={<EditRegular />}>
            {texts.edit}
          </LinkButton>
        )}
        {offered.map(([name, , label]) => (
          <Button
            key={name}
            disabledFocusable={act.isPending}
            onClick={() => {
              act.mutate((client) => client[name](clientKey, eTag));
            }}
          >
            {label}
          </Button>
        ))}
        {mayReturn && !givingBack && (
          <Button
            onClick={() => {
              setGivingBack(true);
            }}
          >
            {texts.giveBack}
          </Button>
        )}
      </div>
      {mayReturn && givingBack && (
        <GiveBack
          busy={act.isPending}
          onGiveBack={(note) => {
            act.mutate((client) => client.returnItem(clientKey, eTag, note), {
              onSuccess: () => {
                setGivingBack(false);
              },
            });
          }}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
