import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { copyQueries } from './copyQueries';
import { copyTexts as texts } from './copyTexts';

/** The ways to other programmes' libraries, where any is shared. */
export function LenderChoice() {
  const styles = useStyles();
  const { api } = useSession();
  const { data: lenders = [] } = useQuery(copyQueries.lenders(api));
  if (lenders.length === 0) return null;
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.orCopy}</Subtitle1>
      <Text>{texts.orCopyHint}</Text>
      <div className={styles.lenders}>
        {lenders.map(({ clientKey, name }) => (
          <LinkButton key={clientKey} href={toHref({ page: 'libraryImport', from: clientKey })}>
            {name}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  lenders: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
