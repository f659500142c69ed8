import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { libraryTexts as texts } from './libraryTexts';

export interface FacetChipsProps {
  label: string;
  values: readonly { value: string; name: string; count: number }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** More would fill the screen before the first item; the most frequent come first. */
const mostShown = 8;

/** The values of a facet side by side; several may be chosen. One value alone is no choice. */
export function FacetChips({ label, values, chosen, onChange }: FacetChipsProps) {
  const styles = useStyles();
  const labelId = useId();
  const shown = values.filter(({ value }, at) => at < mostShown || chosen.includes(value));
  if (shown.length < 2 && chosen.length === 0) return null;
  return (
    <div role="group" aria-labelledby={labelId} className={styles.root}>
      <Text id={labelId}>{label}</Text>
      {shown.map(({ value, name, count }) => (
        <ToggleButton
          key={value}
          size="small"
          shape="circular"
          checked={chosen.includes(value)}
          onClick={() => {
            onChange(
              chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
            );
          }}
        >
          {texts.counted(name, count)}
        </ToggleButton>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
