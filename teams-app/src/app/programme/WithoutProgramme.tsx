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
import { auditTrail, deliveries, ownData, peopleData } from './programmePages';

/** Pages of admins, who may be in no programme. */
const forAdmins = { peopleData, auditTrail, deliveries };
const isForAdmins = (page: string): page is keyof typeof forAdmins => page in forAdmins;

/** The pages of a person in no programme: what to do about it, what is held about them, and what admins have. */
export function WithoutProgramme(props: NoProgrammeScreenProps) {
  const styles = useStyles();
  const route = useRoute();
  const { api, me } = props;
  const formats = createFormats(spokenLanguage().locale);
  if (route !== undefined && isForAdmins(route.page)) {
    const { Page } = forAdmins[route.page];
    return (
      <main aria-label={texts[route.page]} className={styles.page}>
        <Page {...{ api, me, formats }} />
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
