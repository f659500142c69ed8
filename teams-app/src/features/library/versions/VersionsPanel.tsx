import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { libraryClient } from '@last-mile/shared/client';
import { canEdit, type LibraryItem, type RestoreRequest } from '@last-mile/shared/library';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { libraryQueries } from '../libraryQueries';
import { lifeTexts as texts } from '../lifeTexts';
import { ComparedVersions } from './ComparedVersions';
import { VersionList } from './VersionList';
import type { VersionPair } from './versionPair';

export interface VersionsPanelProps {
  item: LibraryItem;
  /** Two versions that a link compares: the panel is opened at them. */
  compared: VersionPair | undefined;
}

/** How did the text become what it is, and did the change help? Asked for only when opened. */
export function VersionsPanel({ item, compared }: VersionsPanelProps) {
  const styles = useStyles();
  const { api, user, may } = useSession();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const open = opened || compared !== undefined;
  const query = useQuery({ ...libraryQueries.versions(api, item.clientKey), enabled: open });
  const restore = useMutation({
    mutationFn: (wanted: RestoreRequest) =>
      libraryClient(api).restoreVersion(item.clientKey, wanted),
    onSettled: () => queryClient.invalidateQueries({ queryKey: libraryQueries.root }),
  });
  const { eTag } = item;
  // Where the button stood that opened it, or that proposed a text.
  const root = useFocusWhenGone<HTMLElement>(`${String(opened)} ${eTag ?? ''}`);
  const mayRestore = canEdit(item, { userId: user.userId, champion: may.champion }).allowed;

  if (!open) {
    return (
      <div>
        <Button
          appearance="subtle"
          icon={<HistoryRegular />}
          onClick={() => {
            setOpened(true);
          }}
        >
          {texts.showVersions}
        </Button>
      </div>
    );
  }
  return (
    <section ref={root} tabIndex={-1} className={styles.root} aria-labelledby="versions-title">
      <Subtitle2 as="h3" id="versions-title">
        {texts.versions}
      </Subtitle2>
      <span role="status">
        {restore.isSuccess ? texts.restored : restore.error && failureInWords(restore.error)}
      </span>
      <Loaded query={query} loading={<LoadingRows label={texts.versionsLoading} rows={3} />}>
        {(versions) => (
          <>
            {compared !== undefined && <ComparedVersions versions={versions} pair={compared} />}
            <VersionList
              versions={versions}
              present={item.content}
              inUse={item.version}
              {...(mayRestore && eTag !== null
                ? {
                    onRestore: (from: RestoreRequest['from']) => {
                      restore.mutate({ eTag, from });
                    },
                  }
                : {})}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
