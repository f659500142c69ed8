import { makeStyles, tokens } from '@fluentui/react-components';
import { placeholdersIn } from '@last-mile/shared/library';

/** A prompt's text to the letter, line breaks and all, with what is still to fill in marked. */
export function PromptText({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.text}>
      {splitAtPlaceholders(text).map((part, index) =>
        part.placeholder ? (
          <mark key={index} className={styles.placeholder}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </div>
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
  text: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  placeholder: {
    borderRadius: tokens.borderRadiusSmall,
    paddingInline: tokens.spacingHorizontalXXS,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
});
