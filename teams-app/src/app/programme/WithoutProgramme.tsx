import { makeStyles, tokens } from '@fluentui/react-components';
import { spokenLanguage } from '@last-mile/shared/language';
import {
  NoProgrammeScreen,
  type NoProgrammeScreenProps,
} from '../../features/programme/NoProgrammeScreen';
import { createFormats } from '../formats';
import { toPlaceHref, useRoute } from '../routes';
import { SubPage } from '../SubPage';
import { programmeAreaTexts as texts } from './programmeAreaTexts';
import { ownData, peopleData } from './programmePages';

/** The pages of a person in no programme: what to do about it, and what is held about people. */
export function WithoutProgramme(props: NoProgrammeScreenProps) {
  const styles = useStyles();
  const route = useRoute();
  const { api, me } = props;
  const formats = createFormats(spokenLanguage().locale);
  if (route?.page === 'peopleData') {
    return (
      <main aria-label={texts.peopleData} className={styles.page}>
        <peopleData.Page {...{ api, me, formats }} />
      </main>
    );
  }
  if (route?.page === 'me') {
    return (
      <main aria-label={texts.me} className={styles.page}>
        <SubPage
          backHref={toPlaceHref('')}
          back={texts.back}
          title={texts.me}
          subtitle={texts.meSubtitle}
        >
          <ownData.Page {...{ api, me, formats }} />
        </SubPage>
      </main>
    );
  }
  return <NoProgrammeScreen {...props} />;
}

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalXXL } });
