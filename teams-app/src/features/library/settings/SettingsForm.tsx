import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { settingsClient } from '@last-mile/shared/client';
import {
  librarySettingsResponse,
  reviewPeriod,
  type LibrarySettingsResponse,
} from '@last-mile/shared/programme';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { StoredForm } from '../../../app/StoredForm';
import { useStoredChanges } from '../../../app/useStoredChanges';
import { libraryQueries } from '../libraryQueries';
import { settingsQueries } from './settingsQueries';
import { settingsTexts as texts } from './settingsTexts';
import { TagNames } from './TagNames';

/** The settings to change. */
export function SettingsForm({ stored }: { stored: LibrarySettingsResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const { chosen, change, hasChanges, ...outcome } = useStoredChanges({
    stored: { ...stored, reviewAfterDays: String(stored.reviewAfterDays) },
    queryKey: settingsQueries.settings(api).queryKey,
    schema: librarySettingsResponse,
    save: async (reviewAfterDays: number) => {
      const { eTag } = stored;
      const { sharesLibrary, librariesFrom, tagNames } = chosen;
      const standing = await settingsClient(api).saveLibrarySettings({
        ...{ eTag, reviewAfterDays, sharesLibrary },
        ...{ librariesFrom: [...librariesFrom], tagNames: [...tagNames] },
      });
      // Another programme's items may be seen now, or no longer, and tags read otherwise.
      void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
      return standing;
    },
  });
  const days = reviewPeriod.safeParse(Number(chosen.reviewAfterDays));

  return (
    <StoredForm
      {...outcome}
      wanted={hasChanges && days.success ? days.data : null}
      texts={texts}
      primary
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
      <TagNames
        names={chosen.tagNames}
        onChange={(tagNames) => {
          change({ tagNames });
        }}
      />
    </StoredForm>
  );
}

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  days: { maxWidth: '120px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
