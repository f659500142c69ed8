import { Button, Checkbox, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { importClient } from '@last-mile/shared/client';
import {
  starterFamilies,
  starterTasks,
  tasksOfEverybody,
  tasksOfStarterFamily,
  type StarterFamily,
} from '@last-mile/shared/library';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { NameFields } from './NameFields';
import { starterTexts as texts } from './starterTexts';
import { useOwnWords } from './useOwnWords';

/** Offers the items that come with Last Mile, for the job families a champion chooses. */
export function StarterLibrary({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const words = useOwnWords();
  const [families, setFamilies] = useState<readonly StarterFamily[]>([]);
  const names = namesOf(families);
  const take = useMutation({
    mutationFn: () =>
      importClient(api).takeStarter({
        families: [...families],
        tasks: names.tasks.flatMap((theirs) => {
          const to = words.tasks.of(theirs);
          return to === null ? [] : { from: theirs.key, to };
        }),
        jobFamilies: names.families.map((theirs) => ({
          from: theirs.key,
          to: words.families.of(theirs),
        })),
      }),
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
      {families.length > 0 && (
        <>
          <Text className={styles.hint}>
            {words.tasks.known.length > 0 ? texts.mapHint : texts.noTasksYet}
          </Text>
          <NameFields
            title={texts.ownFamilies}
            names={names.families}
            mapping={words.families}
            none={texts.noFamily}
            disabled={busy}
          />
          {words.tasks.known.length > 0 && (
            <NameFields
              title={texts.ownTasks}
              names={names.tasks}
              mapping={words.tasks}
              none={texts.noTask}
              disabled={busy}
            />
          )}
        </>
      )}
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

/** The starter library's names for what items of these job families are for. */
function namesOf(families: readonly StarterFamily[]) {
  const tasks = new Set([
    ...(families.length > 0 ? tasksOfEverybody : []),
    ...families.flatMap((family) => tasksOfStarterFamily[family]),
  ]);
  return {
    families: starterFamilies
      .filter((key) => families.includes(key))
      .map((key) => ({ key, name: texts.families[key] })),
    tasks: starterTasks
      .filter((key) => tasks.has(key))
      .map((key) => ({ key, name: texts.tasks[key] })),
  };
}

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
});
