import type { GriffelStyle } from '@fluentui/react-components';

/** Style of a text of which a list shows the first two lines. */
export const twoLines: GriffelStyle = {
  display: '-webkit-box',
  '-webkit-box-orient': 'vertical',
  WebkitLineClamp: '2',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
};
