import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { standardTexts as texts } from '../standards/standardTexts';
import { RequiredStandardsForm } from './RequiredStandardsForm';

/** Without which standards is nothing published? For champions, who decide it. */
export function RequiredStandards() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(libraryQueries.requiredStandards(api));
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2" id="required-standards">
        {texts.required}
      </Subtitle1>
      <Text>{texts.requiredHint}</Text>
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(stored) => <RequiredStandardsForm stored={stored} />}
      </Loaded>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});
