import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { DataSection } from './DataSection';
import { MappingForm } from './MappingForm';
import { peopleAndDataQueries } from './peopleAndDataQueries';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';

/** Answers "Who belongs to which job family, and who to none?", and lets a champion say. */
export function JobFamilies() {
  const { api } = useSession();
  const query = useQuery(peopleAndDataQueries.jobFamilies(api));
  return (
    <DataSection title={texts.familiesTitle} hint={texts.familiesHint}>
      <Loaded query={query} loading={<LoadingRows label={texts.loadingFamilies} />}>
        {(saved) =>
          saved.jobFamilies.length === 0 ? (
            <EmptyState title={texts.noFamilies}>{texts.noFamiliesHint}</EmptyState>
          ) : (
            <MappingForm saved={saved} />
          )
        }
      </Loaded>
    </DataSection>
  );
}
