import type { PanelName } from './panelName';

/** The id of a panel's element, for who leads to it. */
export const panelElementId = (name: PanelName) => `panel-${name}`;
