import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { mondayOf } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import { canMark, type WorkLine, type WorkMark } from '@last-mile/shared/programme';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { lineWords } from './lineWords';
import { weekTexts as texts } from './weekTexts';

/** Names what a line leads to, for the focus that comes from the line before. */
export const lineActionId = ({ key }: WorkLine) => `work ${key}`.replace(/\s/g, '-');

export interface WeekLineProps {
  line: WorkLine;
  onMark: (line: WorkLine, mark: WorkMark['mark']) => void;
}

/** What is to be done, why, and the one way to do it; what else can be said of it is in a menu. */
export function WeekLine({ line, onMark }: WeekLineProps) {
  const styles = useStyles();
  const { programme, formats } = useSession();
  const { what, why, action, to } = lineWords(line.cause, programme, formats);
  const today = calendarDayIn(new Date(), programme.timeZone);
  const marks: readonly [string, WorkMark['mark']][] = [
    [texts.done, { as: 'done' }],
    [texts.tomorrow, { as: 'snoozed', until: addDays(today, 1) }],
    [texts.monday, { as: 'snoozed', until: addDays(mondayOf(today), 7) }],
    [texts.fortnight, { as: 'snoozed', until: addDays(today, 14) }],
    [texts.notRelevant, { as: 'notRelevant' }],
  ];
  const allowed = marks.filter(([, mark]) => canMark(line.cause, mark, today).allowed);
  return (
    <li className={styles.root}>
      <div className={styles.words}>
        <Text weight="semibold">{what}</Text>
        <Caption1 className={styles.why}>{why}</Caption1>
      </div>
      <div className={styles.actions}>
        <Button as="a" id={lineActionId(line)} href={toHref(to)} aria-label={`${action}: ${what}`}>
          {action}
        </Button>
        {allowed.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                icon={<MoreHorizontalRegular />}
                aria-label={texts.mark(what)}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {allowed.map(([words, mark]) => (
                  <MenuItem
                    key={words}
                    onClick={() => {
                      onMark(line, mark);
                    }}
                  >
                    {words}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  why: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});
