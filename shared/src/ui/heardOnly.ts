import type { GriffelStyle } from '@fluentui/react-components';

/** Style of what is there for those who hear the page, and not seen. */
export const heardOnly: GriffelStyle = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
