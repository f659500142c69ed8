/** Whether the focus in a text field brings up a keyboard on the screen, which covers half of a phone. */
export const hasScreenKeyboard = (): boolean => window.matchMedia('(pointer: coarse)').matches;
