import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FeedbackOverview } from '@last-mile/shared/feedback';
import { chatLink } from '@last-mile/shared/practice';
import { toHref } from '../../../app/routes';
import { OverviewSection } from './OverviewSection';
import { overviewTexts as texts } from './overviewTexts';

/** Who needs a word from a colleague? Each is one tap from a Teams chat; what came of it is kept in coaching. */
export function BadStarts({ badStarts }: Pick<FeedbackOverview, 'badStarts'>) {
  const styles = useStyles();
  return (
    <OverviewSection
      title={texts.startsTitle}
      definition={texts.startsDefinition}
      aside={<Link href={toHref({ page: 'coaching' })}>{texts.coaching}</Link>}
    >
      {badStarts.length === 0 ? (
        <Text>{texts.startsNone}</Text>
      ) : (
        <ul className={styles.list}>
          {badStarts.map(({ name, userPrincipalName, clientKey }) => (
            <li key={clientKey}>
              <Link
                href={chatLink(userPrincipalName, texts.message)}
                target="_blank"
                rel="noreferrer"
              >
                {texts.chat(name)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </OverviewSection>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
});
