import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseBook, PromptCase } from '@last-mile/shared/feedback';
import type { ApprovedVersion } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { feedbackQueries } from '../feedbackQueries';
import type { CaseBookPageProps } from './CaseBookPage';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';
import { casesToWalk } from './casesToWalk';
import { useWaitingWalks } from './useWaitingWalks';
import { FailedCase } from './walk/FailedCase';
import { WalkedCases, type Answered } from './walk/WalkedCases';
import { WalkStep } from './walk/WalkStep';

/** Does what must hold hold on the published version? One case after the other. */
export function WalkPage({ itemKey }: CaseBookPageProps) {
  const { api, queue } = useSession();
  const book = useQuery(caseQueries.book(api, itemKey));
  const versions = useQuery(feedbackQueries.versions(api, itemKey));
  const waiting = useWaitingWalks(queue);
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
        {(loaded) => (
          <Loaded query={versions} loading={loading}>
            {(approved) =>
              waiting === undefined ? loading : <Begin {...{ approved, waiting }} book={loaded} />
            }
          </Loaded>
        )}
      </Loaded>
    </SubPage>
  );
}

interface BeginProps {
  book: CaseBook;
  approved: readonly ApprovedVersion[];
  waiting: ReadonlySet<string>;
}

/** What is walked is settled at the beginning: the answers do not move it. */
function Begin({ book, approved, waiting }: BeginProps) {
  const [cases] = useState(() => casesToWalk(book, waiting));
  const [published] = useState(() => approved.find(({ version }) => version === book.version));
  if (published === undefined || cases.length === 0) {
    return (
      <EmptyState title={texts.nothingToWalkTitle}>
        {cases.length === 0 ? texts.nothingToWalk : texts.versionGone}
      </EmptyState>
    );
  }
  return <Walk {...{ book, published, cases }} />;
}

interface WalkProps {
  book: CaseBook;
  published: ApprovedVersion;
  cases: readonly PromptCase[];
}

function Walk({ book, published, cases }: WalkProps) {
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  /** Whether the last answer was that it did not hold, and somebody thinks about what to do. */
  const [pausing, setPausing] = useState(false);
  const promptCase = cases[answered.length];
  const { itemKey, title } = book;
  const { version } = published;
  const item = { itemKey, title, version };

  if (pausing) {
    return (
      <FailedCase
        item={item}
        isLast={promptCase === undefined}
        onGoOn={() => {
          setPausing(false);
        }}
      />
    );
  }
  if (promptCase === undefined) return <WalkedCases item={item} answered={answered} />;
  return (
    <>
      {book.version !== version && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.newerTitle}</MessageBarTitle> {texts.newer(version)}
          </MessageBarBody>
        </MessageBar>
      )}
      <WalkStep
        key={promptCase.clientKey}
        promptCase={promptCase}
        item={item}
        content={published.content}
        position={answered.length + 1}
        of={cases.length}
        onDone={(answer) => {
          setAnswered([...answered, answer]);
          setPausing(answer.outcome === 'failed');
        }}
      />
    </>
  );
}
