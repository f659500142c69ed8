import {
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { CaseBook } from '@last-mile/shared/feedback';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { RefusedWords } from '../RefusedWords';
import { BookStanding } from './BookStanding';
import { Candidates } from './Candidates';
import { CaseCard } from './CaseCard';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';
import { useWaitingWalks } from './useWaitingWalks';

export interface CaseBookPageProps {
  itemKey: string;
}

/** Does this prompt still do what it was mended for, and who saw that when? */
export function CaseBookPage({ itemKey }: CaseBookPageProps) {
  const { api } = useSession();
  const query = useQuery(caseQueries.book(api, itemKey));
  const waiting = useWaitingWalks();
  const title = query.data?.title;
  return (
    <SubPage
      backHref={toHref({ page: 'libraryItem', clientKey: itemKey })}
      back={texts.backToItem}
      title={title === undefined ? texts.bookTitle : `${texts.bookTitle}: ${title}`}
      subtitle={texts.bookSubtitle}
      gap="L"
    >
      <RefusedWords />
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {(book) => <Book book={book} waiting={waiting} />}
      </Loaded>
    </SubPage>
  );
}

interface BookProps {
  readonly book: CaseBook;
  readonly waiting: ReadonlySet<string> | undefined;
}

function Book({ book, waiting }: BookProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { cases, candidates, version, asOf } = book;
  return (
    <>
      {cases.length === 0 ? (
        candidates.length === 0 && (
          <EmptyState title={texts.bookEmptyTitle}>{texts.bookEmpty}</EmptyState>
        )
      ) : version === null ? (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts.noVersion}</MessageBarBody>
        </MessageBar>
      ) : (
        <BookStanding book={book} version={version} />
      )}
      <Candidates {...book} />
      {cases.length > 0 && (
        <ol className={styles.cases}>
          {cases.map((each, index) => (
            <li key={each.clientKey}>
              <CaseCard
                promptCase={each}
                number={index + 1}
                mayRetire={book.canAdd}
                waits={waiting?.has(each.clientKey) === true}
              />
            </li>
          ))}
        </ol>
      )}
      {asOf !== null && (
        <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(asOf))}</Caption1>
      )}
    </>
  );
}

const useStyles = makeStyles({
  cases: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
