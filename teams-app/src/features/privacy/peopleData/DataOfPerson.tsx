import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { privacyClient } from '@last-mile/shared/client';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { failureInWords, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FailureNotice } from '../../../app/FailureNotice';
import { Loaded } from '../../../app/Loaded';
import { EraseData } from '../held/EraseData';
import { HeldRecords } from '../held/HeldRecords';
import type { PrivacyPageProps } from '../held/privacyPage';
import { peopleDataQueries } from './peopleDataQueries';
import { peopleDataTexts as texts } from './peopleDataTexts';

export interface DataOfPersonProps extends Pick<PrivacyPageProps, 'api' | 'formats'> {
  person: ProgrammePerson;
}

/** One person's data. Each look is written down, so that one is taken only when it is asked for. */
export function DataOfPerson({ person: { userId, name }, api, formats }: DataOfPersonProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const erasure = useQuery(peopleDataQueries.erasure(api, userId));
  const looking = useMutation({ mutationFn: () => privacyClient(api).dataOf({ userId }) });
  return (
    <>
      <section className={styles.part}>
        <Subtitle2 as="h2" className={styles.title}>
          {texts.heldAbout(name)}
        </Subtitle2>
        <Text>{texts.lookHint}</Text>
        <div>
          <Button
            appearance="primary"
            disabledFocusable={looking.isPending}
            onClick={() => {
              looking.mutate();
            }}
          >
            {texts.look}
          </Button>
        </div>
        {looking.isPending && <LoadingRows label={texts.loading} rows={4} />}
        {looking.error !== null && (
          <FailureNotice title={texts.notShown}>{failureInWords(looking.error)}</FailureNotice>
        )}
        {looking.data !== undefined && <HeldRecords held={looking.data} words={texts} />}
      </section>
      <section className={styles.part}>
        <Subtitle2 as="h2" className={styles.title}>
          {texts.eraseTitle}
        </Subtitle2>
        <Loaded query={erasure} loading={<LoadingRows label={texts.loading} rows={2} />}>
          {(state) => (
            <EraseData
              {...{ state, formats }}
              // The name is typed, so that it is this person and no other.
              words={{ ...texts, confirmation: name }}
              erase={(clientKey) => privacyClient(api).eraseOf({ clientKey, userId })}
              onAnswer={(answer) => {
                // What was seen before is not held any more.
                looking.reset();
                queries.setQueryData(peopleDataQueries.erasure(api, userId).queryKey, answer);
              }}
            />
          )}
        </Loaded>
      </section>
    </>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});
