import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { JobFamiliesResponse, NamedPeople } from '@last-mile/shared/programme';
import { useState } from 'react';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { chosenFamily, rowsOf, type MappingDraft, type MappingPart } from './mappingDraft';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';

export interface MappingTableProps {
  saved: JobFamiliesResponse;
  draft: MappingDraft;
  part: MappingPart;
  disabled: boolean;
  onChoose: (row: NamedPeople, family: string | null) => void;
}

/** A firm can have hundreds of titles; those of most people and without a family come first. */
const rowsShown = 50;

/** A line for each job title or department, with a choice of its job family. */
export function MappingTable({ saved, draft, part, disabled, onChoose }: MappingTableProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const [all, setAll] = useState(false);
  const rows = rowsOf(saved, draft, part);
  const shown = rows.filter(
    (row, index) => all || index < rowsShown || chosenFamily(draft, part, row) !== row.jobFamily,
  );
  if (rows.length === 0) return <Text>{texts.nobodyHas[part]}</Text>;
  return (
    <div>
      <DataTable
        caption={texts.parts[part]}
        columns={[
          { key: 'name', title: texts.name[part] },
          { key: 'people', title: texts.people, numeric: true },
          { key: 'family', title: texts.family },
        ]}
        rows={shown.map((row) => ({
          key: row.name,
          cells: [
            <span key="name" className={styles.name}>
              {row.name}
            </span>,
            row.people === null ? texts.unknown : formats.number(row.people),
            <Select
              key="family"
              size="small"
              disabled={disabled}
              aria-label={texts.familyOf(row.name)}
              value={chosenFamily(draft, part, row) ?? ''}
              className={styles.family}
              onChange={(_, { value }) => {
                onChoose(row, value === '' ? null : value);
              }}
            >
              <option value="">{texts.noFamily}</option>
              {saved.jobFamilies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>,
          ],
        }))}
      />
      {shown.length < rows.length && (
        <Button
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {texts.showAll(formats.number(rows.length))}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  // Not `anywhere`: a word is broken only where the column cannot be as wide as it.
  name: { overflowWrap: 'break-word' },
  family: {
    width: '240px',
    marginBlock: `calc(-1 * ${tokens.spacingVerticalXXS})`,
    '@media (max-width: 640px)': { width: '128px' },
  },
});
