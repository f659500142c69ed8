import {
  Button,
  Field,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle2,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { queueTexts as texts } from './queueTexts';
import { useSingleKeys } from './singleKeys';
import { actKeys } from './useQueueKeys';

/** What the keys do, and the way to switch the letters off. */
export function KeyboardHint() {
  const styles = useStyles();
  const { on, set } = useSingleKeys();
  const { keys } = texts;
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['j', 'k'], keys.move],
    [[texts.keyEnter], keys.open],
    ...Object.entries(actKeys).map(([key, act]) => [[key], keys[act]] as const),
    [['x'], keys.choose],
    [['/'], keys.search],
    [[`${texts.keyControl} + ${texts.keyEnter}`], keys.send],
    [[texts.keyEscape], keys.back],
  ];
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<KeyboardRegular />}>
          {texts.keyboard}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={texts.keyboardTitle} className={styles.surface}>
        <Subtitle2 as="h2">{texts.keyboardTitle}</Subtitle2>
        <dl className={styles.keys}>
          {rows.map(([pressed, what]) => (
            <div key={what} className={styles.row}>
              <dt>
                {pressed.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className={styles.what}>{what}</dd>
            </div>
          ))}
        </dl>
        <Field hint={texts.keyboardOnHint}>
          <Switch
            label={texts.keyboardOn}
            checked={on}
            onChange={(_, { checked }) => {
              set(checked);
            }}
          />
        </Field>
      </PopoverSurface>
    </Popover>
  );
}

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: 'min(360px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 64px)',
    overflowY: 'auto',
  },
  keys: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '112px 1fr',
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  key: {
    display: 'inline-block',
    minWidth: '20px',
    marginInlineEnd: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  what: { margin: 0 },
});
