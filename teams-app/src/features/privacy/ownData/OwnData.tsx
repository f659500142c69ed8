import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { dataKinds, type PersonalDataResponse } from '@last-mile/shared/privacy';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { download } from '../../../app/download';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { EraseOwn } from './EraseOwn';
import { ownDataQueries } from './ownDataQueries';
import { ownDataTexts as texts } from './ownDataTexts';

/** What is held about the person who looks: to see, to keep, to have erased. */
export function OwnData() {
  const styles = useStyles();
  const { api } = useSession();
  const data = useQuery(ownDataQueries.data(api));
  const erasure = useQuery(ownDataQueries.erasure(api));
  return (
    <section className={styles.part}>
      <Subtitle2 as="h2" className={styles.title}>
        {texts.title}
      </Subtitle2>
      <Loaded query={data} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(held) => <Held held={held} />}
      </Loaded>
      <Subtitle2 as="h2" className={styles.title}>
        {texts.eraseTitle}
      </Subtitle2>
      <Loaded query={erasure} loading={<LoadingRows label={texts.loading} rows={2} />}>
        {(state) => <EraseOwn state={state} />}
      </Loaded>
    </section>
  );
}

function Held({ held }: { held: PersonalDataResponse }) {
  const styles = useStyles();
  const counts = dataKinds.flatMap((kind) => {
    const places = held.places.filter((place) => place.kind === kind);
    const records = places.reduce((sum, place) => sum + place.records.length, 0);
    return records === 0 ? [] : [{ kind, records }];
  });
  if (counts.length === 0) return <Text>{texts.nothing}</Text>;
  return (
    <>
      <ul className={styles.list} aria-label={texts.title}>
        {counts.map(({ kind, records }) => (
          <li key={kind}>
            <Text>
              {texts.kinds[kind]}: {texts.records(records)}
            </Text>
          </li>
        ))}
      </ul>
      <div>
        <Button
          onClick={() => {
            const json = JSON.stringify(held, null, 2);
            download(new Blob([json], { type: 'application/json' }), 'last-mile-my-data.json');
          }}
        >
          {texts.save}
        </Button>
      </div>
      <Text className={styles.quiet}>{texts.fileHint}</Text>
    </>
  );
}

const useStyles = makeStyles({
  // As wide as the page it stands on.
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '800px',
    marginBlockStart: tokens.spacingVerticalXL,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});
