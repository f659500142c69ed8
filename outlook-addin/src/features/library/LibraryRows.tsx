import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import type { LibraryItem } from '@last-mile/shared/library';
import type { GroupId, ItemGroup } from './libraryArrangement';
import type { FitReason } from './messageFit';
import { libraryTexts as texts } from './libraryTexts';
import { areHeaded, rowWords, type RowReader } from './rowWords';

export interface LibraryRowsProps extends RowReader {
  id: string;
  label: string;
  groups: readonly ItemGroup[];
  activeKey: string | null;
  inserted: ReadonlySet<string>;
  onOpen: (key: string) => void;
}

/** Id of a row's element. */
export const optionId = (listId: string, itemKey: string) => `${listId}-${itemKey}`;

/**
 * The rows the search box chooses among. They never have the focus themselves. `drawFirstRows.ts` draws
 * the same elements before React is there.
 */
export function LibraryRows(props: LibraryRowsProps) {
  const { id, label, groups, familyName, activeKey } = props;
  const headed = areHeaded(groups);
  return (
    <div id={id} role="listbox" aria-label={label} className="library-rows">
      {groups.map(({ id: group, items, reasons }) => (
        <div key={group} role="group" aria-label={texts.groups(group, familyName)}>
          {headed && (
            <div className="library-heading" aria-hidden>
              {texts.groups(group, familyName)}
            </div>
          )}
          {items.map((item) => (
            <Row
              key={item.clientKey}
              {...props}
              item={item}
              group={group}
              active={item.clientKey === activeKey}
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
  group: GroupId;
  active: boolean;
  /** Why it is proposed for the message, where it is. */
  reason: FitReason | undefined;
};

function Row(props: RowProps) {
  const { id, item, group, active, reason, inserted, onOpen } = props;
  const { title, purpose, meta } = rowWords(item, group, props, reason);
  return (
    // Keys are handled by the search box, which keeps the focus (aria-activedescendant).
    <div
      id={optionId(id, item.clientKey)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="library-row"
      onClick={() => {
        onOpen(item.clientKey);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen(item.clientKey);
      }}
    >
      <div className="library-row-title">
        {title}
        {inserted.has(item.clientKey) && (
          <CheckmarkCircle16Filled
            className="library-row-inserted"
            role="img"
            aria-label={texts.inserted}
            title={texts.inserted}
          />
        )}
      </div>
      {purpose !== '' && <div className="library-row-purpose">{purpose}</div>}
      {meta !== '' && <div className="library-row-meta">{meta}</div>}
    </div>
  );
}
