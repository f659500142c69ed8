import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ApiClient } from '@last-mile/shared/client';
import { DirectoryField } from './DirectoryField';
import { directoryTexts as texts } from './directoryTexts';
import type { Found } from './startQueries';

export interface DeputiesFieldProps {
  api: ApiClient;
  id?: string;
  label: string;
  hint: string;
  deputyIds: readonly string[];
  nameOf: (userId: string) => string;
  onAdd: (found: Found) => void;
  onRemove: (userId: string) => void;
}

/** Those who may act for the owner: found one after the other, and taken out again. */
export function DeputiesField(props: DeputiesFieldProps) {
  const { api, id, label, hint, deputyIds, nameOf, onAdd, onRemove } = props;
  const styles = useStyles();
  return (
    <div>
      <DirectoryField
        {...{ api, label, hint }}
        {...(id !== undefined && { id })}
        of="people"
        chosen=""
        onPick={(found) => {
          if (found !== null) onAdd(found);
        }}
      />
      {deputyIds.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {deputyIds.map((userId) => (
            <li key={userId} className={styles.row}>
              {nameOf(userId)}
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={texts.remove(nameOf(userId))}
                onClick={() => {
                  onRemove(userId);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
