import {
  Button,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { casesClient, overtakenBy } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import {
  caseRequest,
  promptCase,
  type CaseBook,
  type CaseCandidate,
  type CaseRequest,
} from '@last-mile/shared/feedback';
import { multiLineLimit } from '@last-mile/shared/text';
import { EmptyState, failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

export interface NewCasePageProps {
  itemKey: string;
  /** Key of the flag that was fixed. */
  feedbackKey: string;
}

/** What must this prompt never do again? */
export function NewCasePage({ itemKey, feedbackKey }: NewCasePageProps) {
  const { api } = useSession();
  const query = useQuery(caseQueries.book(api, itemKey));
  const [kept, setKept] = useState(false);
  return (
    <SubPage
      backHref={toHref({ page: 'feedbackQueue', clientKey: feedbackKey })}
      back={texts.backToFlag}
      title={texts.newTitle}
      subtitle={texts.newSubtitle}
    >
      {kept ? (
        <Outcome itemKey={itemKey} title={texts.keptTitle} text={texts.keptNext} />
      ) : (
        <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
          {(book) => (
            <FormOf
              book={book}
              feedbackKey={feedbackKey}
              onKept={() => {
                setKept(true);
              }}
            />
          )}
        </Loaded>
      )}
    </SubPage>
  );
}

interface FormOfProps {
  book: CaseBook;
  feedbackKey: string;
  onKept: () => void;
}

function FormOf({ book, feedbackKey, onKept }: FormOfProps) {
  const { itemKey, cases, candidates } = book;
  const candidate = candidates.find(({ fromFeedback }) => fromFeedback === feedbackKey);
  const isCaseAlready = cases.some(({ fromFeedback }) => fromFeedback === feedbackKey);
  if (candidate !== undefined) return <CaseForm {...{ itemKey, candidate, onKept }} />;
  return isCaseAlready ? (
    <Outcome itemKey={itemKey} title={texts.isCaseAlready} />
  ) : (
    <EmptyState title={texts.noCandidateTitle}>{texts.noCandidate}</EmptyState>
  );
}

interface CaseDraft {
  /** Made with the first send, so that a repeated one makes the same case; words edited since are new. */
  clientKey: string;
  input: string;
  wentWrong: string;
  mustHold: string;
}

const fields = ['input', 'wentWrong', 'mustHold'] as const;

interface CaseFormProps {
  itemKey: string;
  candidate: CaseCandidate;
  onKept: () => void;
}

function CaseForm({ itemKey, candidate, onKept }: CaseFormProps) {
  const styles = useStyles();
  const { api, user } = useSession();
  const queries = useQueryClient();
  const { fromFeedback, wentWrong } = candidate;
  const [initial] = useState<CaseDraft>({ clientKey: '', input: '', wentWrong, mustHold: '' });
  const draftKey = `${user.userId} case ${fromFeedback}`;
  const { draft, change, discard } = useDraft(draftKey, initial);
  const [asked, setAsked] = useState(false);
  const making = useMutation({
    mutationFn: (request: CaseRequest) => casesClient(api).make(request),
    onSuccess: async () => {
      await discard();
      onKept();
      await queries.invalidateQueries({ queryKey: caseQueries.root });
    },
  });
  if (overtakenBy(making.error, promptCase) !== undefined) {
    return <Outcome itemKey={itemKey} title={texts.isCaseAlready} />;
  }
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const clientKey = draft.clientKey === '' ? crypto.randomUUID() : draft.clientKey;
        const request = caseRequest.safeParse({ ...draft, clientKey, fromFeedback });
        if (!request.success || making.isPending) return;
        change({ clientKey });
        making.mutate(request.data);
      }}
    >
      <Caption1 className={styles.quiet}>{texts.namesHint}</Caption1>
      {fields.map((field) => (
        <Field
          key={field}
          label={texts[field]}
          hint={texts.hints[field]}
          required
          {...(asked && draft[field].trim() === ''
            ? { validationState: 'error' as const, validationMessage: texts.missing }
            : {})}
        >
          <Textarea
            value={draft[field]}
            maxLength={multiLineLimit}
            rows={field === 'mustHold' ? 2 : 4}
            resize="vertical"
            onChange={(_, { value }) => {
              change({ [field]: value, clientKey: '' });
            }}
          />
        </Field>
      ))}
      {making.error !== null && (
        <FailureNotice title={texts.notKept}>{failureInWords(making.error)}</FailureNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={making.isPending}>
          {making.isPending ? texts.keeping : texts.keep}
        </Button>
        <Caption1 className={styles.quiet}>{texts.draftKept}</Caption1>
      </div>
    </form>
  );
}

interface OutcomeProps {
  itemKey: string;
  title: string;
  text?: string;
}

/** There is a case now, and where it is. */
function Outcome({ itemKey, title, text }: OutcomeProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {text}
        </MessageBarBody>
      </MessageBar>
      <div>
        <LinkButton appearance="primary" href={toHref({ page: 'caseBook', itemKey })}>
          {texts.openBook}
        </LinkButton>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
