import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { useState } from 'react';
import { FindPerson } from '../../../app/people/FindPerson';
import { toHref } from '../../../app/routes';
import { SubPage } from '../../../app/SubPage';
import type { PrivacyPageProps } from '../held/privacyPage';
import { DataOfPerson } from './DataOfPerson';
import { peopleDataQueries } from './peopleDataQueries';
import { peopleDataTexts as texts } from './peopleDataTexts';

/** What is held about a person of the organisation, for an admin: to see, to hand out, to erase. */
export function PeopleDataPage({ me, api, formats }: PrivacyPageProps) {
  const styles = useStyles();
  const [person, setPerson] = useState<ProgrammePerson>();
  return (
    <SubPage
      backHref={toHref({ page: 'me' })}
      back={texts.back}
      title={texts.pageTitle}
      subtitle={texts.pageSubtitle}
    >
      {me.roles.includes('Admin') ? (
        <div className={styles.part}>
          <FindPerson
            label={texts.person}
            nobody={texts.nobody}
            find={(typed) => peopleDataQueries.found(api, typed)}
            onPick={setPerson}
          />
          {person !== undefined && (
            <DataOfPerson key={person.userId} {...{ person, api, formats }} />
          )}
        </div>
      ) : (
        <Text>{texts.forAdmins}</Text>
      )}
    </SubPage>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});
