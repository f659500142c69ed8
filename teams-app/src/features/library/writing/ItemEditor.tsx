import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ApiProblem, libraryClient, overtakenBy } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import {
  libraryItem,
  type DraftRequest,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureInWords, issueInWords } from '@last-mile/shared/ui';
import { FailureNotice } from '../../../app/FailureNotice';
import { goTo } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { lifeTexts as texts } from '../lifeTexts';
import { SaysNewText } from '../variants/SaysNewText';
import { ConflictChoice } from './ConflictChoice';
import { ItemForm } from './ItemForm';
import { keptText } from './keptText';

/** A text on its way: of which item, and as it stood when its writer last saw it. */
export interface ItemDraft {
  clientKey: string;
  /** Null for an item that is new. */
  eTag: string | null;
  content: LibraryContent;
  /** What a new item translates or is a variant of, as it was when the writing began. */
  original?: DraftRequest['original'];
  /** The version of its original that a changed text now says. */
  originalVersion?: number | undefined;
}

export interface ItemEditorProps {
  /** Names the draft on this device: whose it is and what it is about. */
  draftKey: string;
  initial: ItemDraft;
  /** Key of the original that has a newer text than this one says. */
  newerOriginal?: string | undefined;
}

/**
 * Keeps what is written on this device until it is saved. Where somebody else changed the item
 * meanwhile, both texts are shown and their writer chooses which one to go on with.
 */
export function ItemEditor({ draftKey, initial, newerOriginal }: ItemEditorProps) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const { draft, change, discard } = useDraft<ItemDraft>(draftKey, initial);
  const save = useMutation({
    mutationFn: async ({ clientKey, eTag, content, original, originalVersion }: ItemDraft) => {
      const kept = keptText(content);
      if (eTag === null)
        await libraryClient(api).createDraft({ clientKey, content: kept, original });
      else await libraryClient(api).editItem(clientKey, { eTag, content: kept, originalVersion });
    },
    onSuccess: async (_, { clientKey }) => {
      await discard();
      await queryClient.invalidateQueries({ queryKey: libraryQueries.root });
      goTo({ page: 'libraryItem', clientKey });
    },
  });
  const theirs = overtakenBy(save.error, libraryItem);

  async function leave() {
    await discard();
    const { clientKey, eTag, original } = initial;
    const from = eTag === null ? original?.clientKey : clientKey;
    goTo(from === undefined ? { page: 'library' } : { page: 'libraryItem', clientKey: from });
  }

  function goOnWith(content: LibraryContent, { eTag }: LibraryItem) {
    change({ content, eTag });
    save.reset();
  }

  if (theirs !== undefined) {
    const text = theirs.proposal?.content ?? theirs.content;
    return (
      <ConflictChoice
        theirs={text}
        mine={draft.content}
        onMine={() => {
          goOnWith(draft.content, theirs);
        }}
        onTheirs={() => {
          goOnWith(text, theirs);
        }}
      />
    );
  }
  const issues = save.error instanceof ApiProblem ? save.error.issues : [];
  return (
    <form
      className={styles.root}
      // What is to be mended is said in our words, at its field.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <ItemForm
        content={draft.content}
        mayChangeKind={initial.eTag === null && initial.original === undefined}
        issues={issues}
        onChange={(part) => {
          change({ content: { ...draft.content, ...part } });
        }}
      />
      {newerOriginal !== undefined && (
        <SaysNewText
          originalKey={newerOriginal}
          version={draft.originalVersion}
          onChange={(originalVersion) => {
            change({ originalVersion });
          }}
        />
      )}
      {save.isError && (
        <FailureNotice>
          {[failureInWords(save.error), ...issues.map(issueInWords)].join(' ')}
        </FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {save.isPending ? texts.saving : texts.save}
        </Button>
        <Button onClick={() => void leave()}>{texts.discard}</Button>
        <Caption1>{texts.keptHere}</Caption1>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
