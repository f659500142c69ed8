import {
  makeStyles,
  MenuButton,
  mergeClasses,
  tokens,
  type MenuButtonProps,
} from '@fluentui/react-components';
import { libraryTexts as texts } from './libraryTexts';

/** A facet with its values, and which of them are chosen. */
export interface ShownFacet {
  label: string;
  /** How many items a value would give; undefined until that is known. */
  values: readonly { value: string; name: string; count: number | undefined }[];
  chosen: readonly string[];
}

/** Says what a facet is narrowed to, and opens its values. */
export function FacetButton({ label, values, chosen, ...button }: ShownFacet & MenuButtonProps) {
  const styles = useStyles();
  const [first, ...others] = chosen;
  const name = values.find(({ value }) => value === first)?.name ?? first;
  const what = others.length === 0 ? name : String(chosen.length);
  return (
    <MenuButton {...button} className={mergeClasses(styles.root, what && styles.chosen)}>
      <span className={styles.words}>
        {what === undefined ? label : texts.narrowedTo(label, what)}
      </span>
    </MenuButton>
  );
}

const useStyles = makeStyles({
  root: { minWidth: 'auto', maxWidth: '240px', fontWeight: tokens.fontWeightRegular },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  words: { overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
});
