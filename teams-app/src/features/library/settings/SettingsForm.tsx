import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, settingsClient } from '@last-mile/shared/client';
import {
  librarySettingsResponse,
  reviewPeriod,
  type LibrarySettingsResponse,
} from '@last-mile/shared/programme';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { settingsQueries } from './settingsQueries';
import { settingsTexts as texts } from './settingsTexts';

interface Chosen {
  readonly reviewAfterDays: string;
  readonly sharesLibrary: boolean;
  readonly librariesFrom: readonly string[];
}

/** The settings to change. Who is overtaken by somebody else starts again from what they saved. */
export function SettingsForm({ stored }: { stored: LibrarySettingsResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<Partial<Chosen>>({});
  const chosen: Chosen = { ...stored, reviewAfterDays: String(stored.reviewAfterDays), ...changed };
  const days = reviewPeriod.safeParse(Number(chosen.reviewAfterDays));

  function show(standing: LibrarySettingsResponse) {
    queryClient.setQueryData(settingsQueries.settings(api).queryKey, standing);
    setChanged({});
  }

  const save = useMutation({
    mutationFn: (reviewAfterDays: number) =>
      settingsClient(api).saveLibrarySettings({
        eTag: stored.eTag,
        reviewAfterDays,
        sharesLibrary: chosen.sharesLibrary,
        librariesFrom: [...chosen.librariesFrom],
      }),
    onSuccess: (standing) => {
      // Another programme's items may be seen now, or no longer.
      void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
      show(standing);
    },
    onError: (error) => {
      const theirs = overtakenBy(error, librarySettingsResponse);
      if (theirs !== undefined) show(theirs);
    },
  });

  function change(part: Partial<Chosen>) {
    save.reset();
    setChanged({ ...changed, ...part });
  }

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (days.success && Object.keys(changed).length > 0) save.mutate(days.data);
      }}
    >
      <section className={styles.part}>
        <Subtitle1 as="h2">{texts.review}</Subtitle1>
        <Field
          label={texts.reviewAfter}
          hint={texts.reviewHint}
          {...(days.success
            ? {}
            : { validationState: 'error', validationMessage: texts.wrongPeriod })}
        >
          <Input
            type="number"
            min={30}
            max={365}
            className={styles.days}
            value={chosen.reviewAfterDays}
            onChange={(_, { value }) => {
              change({ reviewAfterDays: value });
            }}
          />
        </Field>
      </section>
      <section className={styles.part}>
        <Subtitle1 as="h2">{texts.sharing}</Subtitle1>
        <Checkbox
          label={texts.share}
          checked={chosen.sharesLibrary}
          onChange={(_, { checked }) => {
            change({ sharesLibrary: checked === true });
          }}
        />
        <Text className={styles.quiet}>{texts.shareHint}</Text>
        <div role="group" aria-labelledby="libraries-taken" className={styles.part}>
          <Text weight="semibold" id="libraries-taken">
            {texts.take}
          </Text>
          <Text className={styles.quiet}>
            {stored.others.length === 0 ? texts.noOthers : texts.takeHint}
          </Text>
          {stored.others.map(({ clientKey, name, shared }) => (
            <Checkbox
              key={clientKey}
              label={shared ? name : texts.notShared(name)}
              checked={chosen.librariesFrom.includes(clientKey)}
              onChange={(_, { checked }) => {
                const others = chosen.librariesFrom.filter((key) => key !== clientKey);
                change({ librariesFrom: checked === true ? [...others, clientKey] : others });
              }}
            />
          ))}
        </div>
      </section>
      {save.isError && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {overtakenBy(save.error, librarySettingsResponse) === undefined
              ? `${texts.notSaved} ${save.error.message}`
              : texts.overtaken}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={Object.keys(changed).length === 0 || !days.success || save.isPending}
        >
          {save.isPending ? texts.saving : texts.save}
        </Button>
        <Text role="status">{save.isSuccess ? texts.saved : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  days: { maxWidth: '120px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
