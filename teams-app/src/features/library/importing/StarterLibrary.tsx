import { Button, Checkbox, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { importClient } from '@last-mile/shared/client';
import { starterFamilies, type StarterFamily } from '@last-mile/shared/library';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { starterTexts as texts } from './starterTexts';

/** Offers the items that come with Last Mile, for the job families a champion chooses. */
export function StarterLibrary({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [families, setFamilies] = useState<readonly StarterFamily[]>([]);
  const take = useMutation({
    mutationFn: () => importClient(api).takeStarter({ families: [...families] }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: libraryQueries.root }),
  });
  const busy = disabled || take.isPending;

  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.title}</Subtitle1>
      <Text>{texts.hint}</Text>
      <div role="group" aria-label={texts.for} className={styles.choice}>
        {starterFamilies.map((family) => (
          <Checkbox
            key={family}
            label={texts.families[family]}
            checked={families.includes(family)}
            disabled={busy}
            onChange={(_, { checked }) => {
              const others = families.filter((one) => one !== family);
              setFamilies(checked === true ? [...others, family] : others);
            }}
          />
        ))}
      </div>
      {take.isError && <FailureNotice>{failureInWords(take.error)}</FailureNotice>}
      <div className={styles.choice}>
        <Button
          disabledFocusable={busy || families.length === 0}
          onClick={() => {
            take.mutate();
          }}
        >
          {take.isPending ? texts.taking : texts.take}
        </Button>
        <Text role="status">
          {take.data !== undefined &&
            [
              texts.added(take.data.added),
              ...(take.data.known === 0 ? [] : [texts.known(take.data.known)]),
            ].join(' ')}
        </Text>
        {take.isSuccess && (
          <LinkButton href={toHref({ page: 'library', search: { status: 'draft' } })}>
            {texts.drafts}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
});
