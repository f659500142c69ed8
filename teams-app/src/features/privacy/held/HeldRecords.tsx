import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { dataKinds, type DataKind, type PersonalDataResponse } from '@last-mile/shared/privacy';
import { download } from '../../../app/download';
import { bullets } from '../../../app/panel';

/** What is said of records, to whose they are or to an admin. */
interface HeldWords {
  readonly kinds: Readonly<Record<DataKind, string>>;
  readonly title: string;
  readonly nothing: string;
  readonly records: (count: number) => string;
  readonly save: string;
  readonly fileHint: string;
}

export interface HeldRecordsProps {
  held: PersonalDataResponse;
  words: HeldWords;
}

/** How much is held about a person, kind by kind, and all of it as a file. */
export function HeldRecords({ held, words }: HeldRecordsProps) {
  const styles = useStyles();
  const counts = dataKinds.flatMap((kind) => {
    const places = held.places.filter((place) => place.kind === kind);
    const records = places.reduce((sum, place) => sum + place.records.length, 0);
    return records === 0 ? [] : [{ kind, records }];
  });
  if (counts.length === 0) return <Text>{words.nothing}</Text>;
  return (
    <>
      <ul className={styles.list} aria-label={words.title}>
        {counts.map(({ kind, records }) => (
          <li key={kind}>
            <Text>
              {words.kinds[kind]}: {words.records(records)}
            </Text>
          </li>
        ))}
      </ul>
      <div>
        <Button
          onClick={() => {
            const json = JSON.stringify(held, null, 2);
            // Whose it is stands in no name of a file.
            download(new Blob([json], { type: 'application/json' }), 'last-mile-data.json');
          }}
        >
          {words.save}
        </Button>
      </div>
      <Text className={styles.quiet}>{words.fileHint}</Text>
    </>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  list: bullets,
});
