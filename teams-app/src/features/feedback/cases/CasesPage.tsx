import { Caption1, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { CasesResponse, PromptCase } from '@last-mile/shared/feedback';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { FeedbackPlace } from '../FeedbackPlace';
import { reasonInWords } from './caseInWords';
import { caseQueries } from './caseQueries';
import { casesTexts as texts } from './casesTexts';

/** Which prompts must somebody try again, and why? */
export function CasesPage() {
  const styles = useStyles();
  const { api, formats } = useSession();
  const query = useQuery(caseQueries.toWalk(api));
  return (
    <FeedbackPlace current="cases">
      <div className={styles.top}>
        <Text className={styles.quiet}>{texts.toWalkAbout}</Text>
        <LinkButton size="small" href={toHref({ page: 'assistantChanges' })}>
          {texts.assistantsLink}
        </LinkButton>
      </div>
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {({ cases, asOf }) => (
          <>
            {cases.length === 0 ? (
              <EmptyState title={texts.toWalkEmptyTitle}>{texts.toWalkEmpty}</EmptyState>
            ) : (
              <ul className={styles.list}>
                {byItem(cases).map((group) => (
                  <Item key={group.itemKey} {...group} />
                ))}
              </ul>
            )}
            {asOf !== null && (
              <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(asOf))}</Caption1>
            )}
          </>
        )}
      </Loaded>
    </FeedbackPlace>
  );
}

interface ItemCases {
  readonly itemKey: string;
  readonly title: string | null;
  readonly cases: readonly PromptCase[];
}

/** The cases of each item together, in the order in which they came. */
function byItem(cases: CasesResponse['cases']): ItemCases[] {
  const titles = new Map(cases.map(({ itemKey, title }) => [itemKey, title]));
  return [...titles].map(([itemKey, title]) => ({
    ...{ itemKey, title },
    cases: cases.filter((each) => each.itemKey === itemKey),
  }));
}

function Item({ itemKey, title, cases }: ItemCases) {
  const styles = useStyles();
  const { formats } = useSession();
  const reasons = cases.flatMap(({ standing }) =>
    standing.state === 'toWalk' ? [reasonInWords(standing.why, formats)] : [],
  );
  const shown = title ?? texts.gone;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Subtitle2 as="h2">
          <Link href={toHref({ page: 'caseBook', itemKey })} className={styles.title}>
            {shown}
          </Link>
        </Subtitle2>
        <Caption1 className={styles.quiet}>
          {[texts.cases(cases.length), ...new Set(reasons)].join(' · ')}
        </Caption1>
      </div>
      <LinkButton href={toHref({ page: 'caseWalk', itemKey })} label={texts.walkItem(shown)}>
        {texts.walk}
      </LinkButton>
    </li>
  );
}

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  what: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 24ch',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { fontSize: 'inherit', fontWeight: 'inherit' },
});
