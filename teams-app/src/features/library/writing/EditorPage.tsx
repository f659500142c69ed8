import { canEdit, laterContent, type LibraryContent } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { libraryQueries } from '../libraryQueries';
import { libraryTexts } from '../libraryTexts';
import { lifeTexts as texts } from '../lifeTexts';
import { NewVariant } from '../variants/NewVariant';
import { variantTexts } from '../variants/variantTexts';
import { ItemEditor } from './ItemEditor';

export interface EditorPageProps {
  /** Key of the item to change; a new one is written without. */
  clientKey: string | undefined;
  /** What shall be made of that item, where it stays as it is. */
  as: 'translation' | 'ownVariant' | undefined;
}

/** What shall the text say? Answers it for a new item, for one that is there, or made of one. */
export function EditorPage({ clientKey, as }: EditorPageProps) {
  const { title, hint } = headingOf(clientKey, as);
  return (
    <SubPage
      backHref={toHref(
        clientKey === undefined ? { page: 'library' } : { page: 'libraryItem', clientKey },
      )}
      back={as === undefined ? texts.back : variantTexts.backToItem}
      title={title}
      subtitle={hint}
    >
      {clientKey === undefined ? (
        <NewItem />
      ) : as === undefined ? (
        <KnownItem clientKey={clientKey} />
      ) : (
        <NewVariant clientKey={clientKey} as={as} />
      )}
    </SubPage>
  );
}

function headingOf(clientKey: string | undefined, as: EditorPageProps['as']) {
  if (as === 'ownVariant') {
    return { title: variantTexts.variantTitle, hint: variantTexts.variantHint };
  }
  if (as === 'translation') {
    return { title: variantTexts.translateTitle, hint: variantTexts.translateHint };
  }
  const title = clientKey === undefined ? texts.writeTitle : texts.editTitle;
  return { title, hint: texts.writeHint };
}

function NewItem() {
  const { user } = useSession();
  const [initial] = useState(() => ({
    clientKey: crypto.randomUUID(),
    eTag: null,
    content: emptyContent,
  }));
  return <ItemEditor draftKey={`${user.userId} new item`} initial={initial} />;
}

/** Starts from the text that waits, if one does: two changes are one proposal. */
function KnownItem({ clientKey }: { clientKey: string }) {
  const { api, user, may } = useSession();
  // What is loaded while somebody types takes nothing away: their own text begins once.
  const query = useQuery({ ...libraryQueries.item(api, clientKey), staleTime: Infinity });
  return (
    <Loaded query={query} loading={<LoadingRows label={libraryTexts.loadingItem} rows={8} />}>
      {(item) => {
        const decision = canEdit(item, { userId: user.userId, champion: may.champion });
        if (!decision.allowed) {
          return (
            <EmptyState title={texts.notEditable}>
              {libraryTexts.publishRefused(decision.reason)}
            </EmptyState>
          );
        }
        const content = item.proposal?.content ?? item.content;
        return (
          <ItemEditor
            draftKey={`${user.userId} item ${clientKey}`}
            initial={{ clientKey, eTag: item.eTag, content }}
            newerOriginal={
              item.originalChanged
                ? (item.basedOn?.clientKey ?? item.translationOf ?? undefined)
                : undefined
            }
          />
        );
      }}
    </Loaded>
  );
}

const emptyContent: LibraryContent = {
  kind: 'prompt',
  title: '',
  purpose: '',
  body: '',
  subject: null,
  jobFamilies: [],
  taskKey: null,
  assistant: 'Copilot Chat',
  language: 'en-GB',
  tags: [],
  checkBeforeTrusting: '',
  ...laterContent,
};
