import { makeStyles, tokens } from '@fluentui/react-components';
import { placeholdersIn } from '@last-mile/shared/library';

/** Text to the letter, with what is still to fill in marked. */
export function WithPlaceholders({ text }: { text: string }) {
  const styles = useStyles();
  return splitAtPlaceholders(text).map((part, index) =>
    part.placeholder ? (
      <mark key={index} className={styles.placeholder}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

function splitAtPlaceholders(text: string): { text: string; placeholder: boolean }[] {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      placeholder: part.startsWith('{{') && placeholdersIn(part).length > 0,
    }));
}

const useStyles = makeStyles({
  placeholder: {
    borderRadius: tokens.borderRadiusSmall,
    paddingInline: tokens.spacingHorizontalXXS,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
});
