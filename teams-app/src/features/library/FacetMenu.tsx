import {
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { FacetButton, type ShownFacet } from './FacetButton';
import { libraryTexts as texts } from './libraryTexts';

export interface FacetMenuProps extends ShownFacet {
  onChange: (chosen: string[]) => void;
}

const group = 'facet';

/** The values of a facet, open from the start; several may be chosen before it closes. */
export function FacetMenu({ label, values, chosen, onChange }: FacetMenuProps) {
  const styles = useStyles();
  return (
    <Menu
      defaultOpen
      hasCheckmarks
      persistOnItemClick
      checkedValues={{ [group]: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        onChange(checkedItems);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <FacetButton label={label} values={values} chosen={chosen} />
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {values.map(({ value, name, count }) => (
            <MenuItemCheckbox
              key={value}
              name={group}
              value={value}
              aria-label={count === undefined ? name : texts.counted(name, count)}
              secondaryContent={count ?? null}
            >
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const useStyles = makeStyles({ popover: { maxHeight: '60vh', overflowY: 'auto' } });
