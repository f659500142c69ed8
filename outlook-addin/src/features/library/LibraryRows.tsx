import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import type { LibraryItem } from '@last-mile/shared/library';
import type { JobFamily } from '@last-mile/shared/programme';
import type { ItemGroup } from './libraryArrangement';
import type { FitReason } from './messageFit';
import { libraryTexts as texts } from './libraryTexts';

export interface LibraryRowsProps {
  id: string;
  label: string;
  groups: readonly ItemGroup[];
  /** Name of the reader's job family. */
  familyName: string;
  families: readonly JobFamily[];
  activeKey: string | null;
  inserted: ReadonlySet<string>;
  taskName: (taskKey: string | null) => string;
  onOpen: (key: string) => void;
}

/** Id of a row's element. */
export const optionId = (listId: string, itemKey: string) => `${listId}-${itemKey}`;

/** The rows the search box chooses among. They never have the focus themselves. */
export function LibraryRows(props: LibraryRowsProps) {
  const { id, label, groups, familyName, activeKey } = props;
  const styles = useStyles();
  const headed = groups.length > 1 || ['message', 'lately'].includes(groups[0]?.id ?? '');
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.list}>
      {groups.map(({ id: group, items, reasons }) => (
        <div key={group} role="group" aria-label={texts.groups(group, familyName)}>
          {headed && (
            <div className={styles.heading} aria-hidden>
              {texts.groups(group, familyName)}
            </div>
          )}
          {items.map((item) => (
            <Row
              key={item.clientKey}
              {...props}
              item={item}
              active={item.clientKey === activeKey}
              showFamily={group === 'others' || group === 'message'}
              reason={reasons?.get(item.clientKey)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type RowProps = LibraryRowsProps & {
  item: LibraryItem;
  active: boolean;
  showFamily: boolean;
  /** Why it is proposed for the message, where it is. */
  reason: FitReason | undefined;
};

function Row(props: RowProps) {
  const { id, item, active, showFamily, reason, familyName, families, inserted, taskName } = props;
  const { onOpen } = props;
  const styles = useStyles();
  const { title, purpose, taskKey, jobFamilies, assistant } = item.content;
  const familyNames = families.filter((family) => jobFamilies.includes(family.id));
  // Whose else it is says something only where it is not the reader's own.
  const isOwn = familyNames.some(({ name }) => name === familyName);
  const task = taskName(taskKey);
  const meta = [
    reason === undefined ? '' : texts.because(reason),
    task === title ? '' : task,
    ...(showFamily && !isOwn ? familyNames.map(({ name }) => name) : []),
    assistant ?? '',
    item.stale ? texts.stale : '',
  ].filter((part) => part !== '');
  return (
    // Keys are handled by the search box, which keeps the focus (aria-activedescendant).
    <div
      id={optionId(id, item.clientKey)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={mergeClasses(styles.row, active && styles.active)}
      onClick={() => {
        onOpen(item.clientKey);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen(item.clientKey);
      }}
    >
      <div className={styles.title}>
        {title}
        {inserted.has(item.clientKey) && (
          <CheckmarkCircle16Filled
            className={styles.inserted}
            role="img"
            aria-label={texts.inserted}
            title={texts.inserted}
          />
        )}
      </div>
      {purpose !== '' && <div className={styles.purpose}>{purpose}</div>}
      {meta.length > 0 && <div className={styles.meta}>{meta.join(' · ')}</div>}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', paddingBlockEnd: tokens.spacingVerticalS },
  heading: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXS}`,
    paddingInline: tokens.spacingHorizontalL,
  },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalSNudge,
    paddingInline: `${tokens.spacingHorizontalM} ${tokens.spacingHorizontalL}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    cursor: 'pointer',
    // Room for the sticky bars when the arrows bring a row into view.
    scrollMarginBlock: '140px 120px',
    // Under high contrast these backgrounds are vivid, and every word on them has to turn with them.
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& > div': { color: 'inherit' },
    },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& > div': { color: 'inherit' },
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
  },
  title: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  inserted: {
    flexShrink: 0,
    marginBlockStart: tokens.spacingVerticalXXS,
    color: tokens.colorStatusSuccessForeground1,
  },
  purpose: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    '-webkit-box-orient': 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  meta: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});
