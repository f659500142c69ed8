import { LoadingRows } from '@last-mile/shared/ui';
import { importClient } from '@last-mile/shared/client';
import type { LentItem } from '@last-mile/shared/library';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { useDebounced } from '../../../app/useDebounced';
import { useImportRun } from '../importing/useImportRun';
import { useOwnWords } from '../importing/useOwnWords';
import { libraryQueries } from '../libraryQueries';
import { CopyRun } from './CopyRun';
import { copyQueries } from './copyQueries';
import { copyTexts as texts } from './copyTexts';
import { LentItems } from './LentItems';
import { LentNameFields } from './LentNameFields';
import { toTheirNames } from './lentNames';

export interface CopyPageProps {
  /** Key of the programme whose library is copied from. */
  lenderKey: string;
}

type Chosen = ReadonlyMap<string, LentItem>;

const nothing: Chosen = new Map();

/** Copying from another programme: choose, say what its words are here, copy; or take it back later. */
export function CopyPage({ lenderKey }: CopyPageProps) {
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [q, setQ] = useState('');
  const lent = useInfiniteQuery(copyQueries.lent(api, lenderKey, useDebounced(q.trim(), 200)));
  const [chosen, setChosen] = useState(nothing);
  const words = useOwnWords();
  const theirs = toTheirNames([...chosen.values()]);
  const copying = useImportRun(
    async (items: readonly LentItem[], importKey) =>
      importClient(api).copyItems(lenderKey, {
        importKey,
        items: items.map(({ clientKey, version }) => ({ clientKey, version })),
        tasks: mappedBy(theirs.tasks, words.tasks.of),
        jobFamilies: mappedBy(theirs.families, words.families.of),
      }),
    () => {
      void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
    },
  );
  const isReady = copying.run.phase === 'ready';

  return (
    <SubPage
      backHref={toHref({ page: 'libraryImport' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      wide
    >
      {isReady && (
        <>
          <Loaded query={lent} loading={<LoadingRows label={texts.loading} rows={4} />}>
            {({ pages }) => (
              <LentItems
                pages={pages}
                q={q}
                onSearch={setQ}
                chosen={chosen}
                onChoose={setChosen}
                {...(lent.hasNextPage ? { onMore: () => void lent.fetchNextPage() } : {})}
              />
            )}
          </Loaded>
          {chosen.size > 0 && <LentNameFields theirs={theirs} words={words} />}
        </>
      )}
      <CopyRun
        chosen={[...chosen.values()]}
        run={copying.run}
        onStart={(batches) => void copying.start(batches)}
        onGoOn={() => void copying.goOn()}
        onAgain={() => {
          setChosen(nothing);
          copying.reset();
        }}
      />
    </SubPage>
  );
}

/** What stands for something here, as it is sent. */
function mappedBy<Name extends { readonly key: string }>(
  names: readonly Name[],
  of: (name: Name) => string | null,
) {
  return names.flatMap((name) => {
    const to = of(name);
    return to === null ? [] : { from: name.key, to };
  });
}
