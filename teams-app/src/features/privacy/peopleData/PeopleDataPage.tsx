import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { useState } from 'react';
import { AdminsOnly } from '../../../app/AdminsOnly';
import { FindPerson } from '../../../app/people/FindPerson';
import type { PrivacyPageProps } from '../held/privacyPage';
import { DataOfPerson } from './DataOfPerson';
import { peopleDataQueries } from './peopleDataQueries';
import { peopleDataTexts as texts } from './peopleDataTexts';

/** What is held about a person of the organisation, for an admin: to see, to hand out, to erase. */
export function PeopleDataPage({ me, api, formats }: PrivacyPageProps) {
  const styles = useStyles();
  const [person, setPerson] = useState<ProgrammePerson>();
  return (
    <AdminsOnly me={me} title={texts.pageTitle} subtitle={texts.pageSubtitle}>
      <div className={styles.part}>
        <FindPerson
          label={texts.person}
          nobody={texts.nobody}
          find={(typed) => peopleDataQueries.found(api, typed)}
          onPick={setPerson}
        />
        {person !== undefined && <DataOfPerson key={person.userId} {...{ person, api, formats }} />}
      </div>
    </AdminsOnly>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});
