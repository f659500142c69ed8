import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseBook, PromptCase } from '@last-mile/shared/feedback';
import type { ApprovedVersion } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded';
import { stayAt, toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import type { CaseBookPageProps } from './CaseBookPage';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';
import { casesToWalk } from './casesToWalk';
import { useWaitingWalks } from './useWaitingWalks';
import { FailedCase } from './walk/FailedCase';
import { WalkedCases, type Answered } from './walk/WalkedCases';
import { WalkStep } from './walk/WalkStep';

const lookAgainMs = 60_000;

export interface WalkPageProps extends CaseBookPageProps {
  /** Undefined until it is settled: the published one. */
  version: number | undefined;
}

/**
 * Does what must hold hold on a version? One case after the other. The address says which version, so
 * that the walk stays with the one it began with when another is published meanwhile.
 */
export function WalkPage({ itemKey, version }: WalkPageProps) {
  const { api } = useSession();
  const book = useQuery({
    ...caseQueries.book(api, itemKey),
    refetchOnMount: 'always',
    // Whoever tries a text elsewhere for minutes learns that it is not the published one any more.
    refetchInterval: lookAgainMs,
  });
  const waiting = useWaitingWalks();
  const published = book.isFetching ? undefined : book.data?.version;
  useEffect(() => {
    if (version !== undefined || published == null) return;
    stayAt({ page: 'caseWalk', itemKey, version: published });
  }, [itemKey, version, published]);
  const loading = <LoadingRows label={texts.loading} rows={8} />;
  return (
    <SubPage
      backHref={toHref({ page: 'caseBook', itemKey })}
      back={texts.backToBook}
      title={texts.walkTitle}
      subtitle={texts.walkSubtitle}
      gap="L"
    >
      <Loaded query={book} loading={loading}>
        {(loaded) => {
          if (version !== undefined && waiting !== undefined) {
            return <WalkOfVersion key={version} book={loaded} {...{ version, waiting, loading }} />;
          }
          return published === null ? <NothingToWalk /> : loading;
        }}
      </Loaded>
    </SubPage>
  );
}

interface WalkOfVersionProps {
  book: CaseBook;
  version: number;
  waiting: ReadonlySet<string>;
  loading: ReactNode;
}

/** What is walked is settled at the beginning: the answers do not move it. */
function WalkOfVersion({ book, version, waiting, loading }: WalkOfVersionProps) {
  const { api } = useSession();
  const [cases] = useState(() => casesToWalk(book, version, waiting));
  const text = useQuery(caseQueries.text(api, book.itemKey, version));
  if (cases.length === 0) return <NothingToWalk />;
  return (
    <Loaded query={text} loading={loading}>
      {(approved) =>
        approved === null ? (
          <EmptyState title={texts.nothingToWalkTitle}>{texts.versionGone}</EmptyState>
        ) : (
          <Walk {...{ book, approved, cases }} />
        )
      }
    </Loaded>
  );
}

function NothingToWalk() {
  return <EmptyState title={texts.nothingToWalkTitle}>{texts.nothingToWalk}</EmptyState>;
}

interface WalkProps {
  /** As it is by now. */
  book: CaseBook;
  approved: ApprovedVersion;
  cases: readonly PromptCase[];
}

function Walk({ book, approved, cases }: WalkProps) {
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  /** Whether the last answer was that it did not hold, and somebody thinks about what to do. */
  const [pausing, setPausing] = useState(false);
  const promptCase = cases[answered.length];
  const { version, content } = approved;
  const item = { itemKey: book.itemKey, title: content.title, version };
  const isPublished = book.version === version;

  return (
    <>
      {!isPublished && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {book.version === null ? texts.outOfUseTitle : texts.newerTitle}
            </MessageBarTitle>{' '}
            {texts.about(version)}
          </MessageBarBody>
        </MessageBar>
      )}
      {pausing ? (
        <FailedCase
          item={item}
          isLast={promptCase === undefined}
          onGoOn={() => {
            setPausing(false);
          }}
        />
      ) : promptCase === undefined ? (
        <WalkedCases item={item} newer={isPublished ? null : book.version} answered={answered} />
      ) : (
        <WalkStep
          key={promptCase.clientKey}
          promptCase={promptCase}
          item={item}
          content={content}
          isPublished={isPublished}
          position={answered.length + 1}
          of={cases.length}
          onDone={(answer) => {
            setAnswered([...answered, answer]);
            setPausing(answer.outcome === 'failed');
          }}
        />
      )}
    </>
  );
}
