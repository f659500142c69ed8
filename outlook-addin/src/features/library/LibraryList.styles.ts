import { makeStyles, tokens } from '@fluentui/react-components';
import { heardOnly } from '@last-mile/shared/ui';

export const useLibraryListStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  head: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  // The tabs' own inset would put their words out of line with the search box.
  kinds: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  more: { alignSelf: 'center' },
  note: {
    color: tokens.colorNeutralForeground3,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
  },
  foot: {
    position: 'sticky',
    insetBlockEnd: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  push: { flexGrow: 1 },
  heardOnly,
});
