import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** Style of a framed card, with its parts one below the other. */
export const card: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalM,
  padding: tokens.spacingHorizontalL,
  borderRadius: tokens.borderRadiusLarge,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
};

/** Style of a panel that stands out from its page by its ground, with its parts one below the other. */
export const panel: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalM,
  padding: tokens.spacingHorizontalL,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground2,
};

/** The same, framed. */
export const framedPanel: GriffelStyle = {
  ...panel,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
};

/** Style of a list with bullets, read line by line. */
export const bullets: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalXS,
  margin: 0,
  paddingInlineStart: tokens.spacingHorizontalXL,
};

/** Style of a row of buttons, with what is said beside them; it breaks where there is no room. */
export const buttonRow: GriffelStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: tokens.spacingHorizontalS,
};
