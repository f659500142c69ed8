import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { libraryClient } from '@last-mile/shared/client';
import { mostTagNames, renameTag, type TagName } from '@last-mile/shared/programme';
import { singleLineLimit } from '@last-mile/shared/text';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { libraryKey } from '../libraryListQuery';
import { settingsTexts as texts } from './settingsTexts';

export interface TagNamesProps {
  names: readonly TagName[];
  onChange: (names: TagName[]) => void;
}

/** What tags are called otherwise: every item shows the new name, and is approved as it was. */
export function TagNames({ names, onChange }: TagNamesProps) {
  const styles = useStyles();
  const { api } = useSession();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const used = useQuery({
    queryKey: [...libraryKey, 'tags'],
    queryFn: async ({ signal }) =>
      (await libraryClient(api).library({ limit: '1' }, signal)).facets.tag.map(
        ({ value }) => value,
      ),
  });
  // What is renamed here and not saved yet is called so here already.
  const renamed = new Map(names.map((name) => [name.from, name.to]));
  const tags = [...new Set((used.data ?? []).map((tag) => renamed.get(tag) ?? tag))].sort(
    (one, other) => one.localeCompare(other),
  );
  const wanted = to.trim();
  const canRename = from !== '' && wanted !== '' && wanted !== from;
  return (
    <section className={styles.part}>
      <Subtitle1 as="h2">{texts.tags}</Subtitle1>
      <Text className={styles.quiet}>{texts.tagsHint}</Text>
      {names.length > 0 && (
        <ul className={styles.list} aria-label={texts.renamedTags}>
          {names.map((name) => (
            <li key={name.from} className={styles.row}>
              <Text>{texts.renamed(name.from, name.to)}</Text>
              <Button
                size="small"
                appearance="subtle"
                aria-label={texts.takeBackName(name.from, name.to)}
                onClick={() => {
                  onChange(names.filter((each) => each !== name));
                }}
              >
                {texts.takeBack}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {used.isSuccess && tags.length === 0 ? (
        <Text>{texts.noTags}</Text>
      ) : (
        <div className={styles.row}>
          <Field label={texts.tag}>
            <Select
              value={from}
              onChange={(_, { value }) => {
                setFrom(value);
              }}
            >
              <option value="">{texts.chooseTag}</option>
              {tags.map((tag) => (
                <option key={tag}>{tag}</option>
              ))}
            </Select>
          </Field>
          <Field label={texts.newTagName}>
            <Input
              value={to}
              maxLength={singleLineLimit}
              onChange={(_, { value }) => {
                setTo(value);
              }}
            />
          </Field>
          <Button
            disabledFocusable={!canRename || names.length >= mostTagNames}
            onClick={() => {
              onChange(renameTag(names, { from, to: wanted }));
              setFrom('');
              setTo('');
            }}
          >
            {texts.rename}
          </Button>
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
