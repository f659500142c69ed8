import { Checkbox, makeStyles } from '@fluentui/react-components';
import { libraryClient } from '@last-mile/shared/client';
import { standardIds, type StandardId } from '@last-mile/shared/library';
import {
  requiredStandardsResponse,
  type RequiredStandardsResponse,
} from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { StoredForm } from '../../../app/StoredForm';
import { useStoredChanges } from '../../../app/useStoredChanges';
import { libraryQueries } from '../libraryQueries';
import { standardTexts as texts } from '../standards/standardTexts';

/** The standards as boxes to tick. */
export function RequiredStandardsForm({ stored }: { stored: RequiredStandardsResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const { chosen, change, hasChanges, ...outcome } = useStoredChanges({
    stored: { required: stored.required },
    queryKey: libraryQueries.requiredStandards(api).queryKey,
    schema: requiredStandardsResponse,
    save: (required: StandardId[]) =>
      libraryClient(api).saveRequiredStandards({ eTag: stored.eTag, required }),
  });
  const { required } = chosen;

  return (
    <StoredForm {...outcome} wanted={hasChanges ? required : null} texts={texts}>
      <div role="group" aria-labelledby="required-standards" className={styles.boxes}>
        {standardIds.map((standard) => (
          <Checkbox
            key={standard}
            label={texts.standards[standard]}
            checked={required.includes(standard)}
            disabled={outcome.saving.isPending}
            onChange={(_, { checked }) => {
              change({
                required: standardIds.filter((one) =>
                  one === standard ? checked === true : required.includes(one),
                ),
              });
            }}
          />
        ))}
      </div>
    </StoredForm>
  );
}

const useStyles = makeStyles({
  boxes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  },
});
