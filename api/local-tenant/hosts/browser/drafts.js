/**
 * The message in the window, as long as it is being written.
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} composeType
 * @property {Record<string, string>} session
 * @property {object} properties
 * @property {string} context what an alert handed to the pane it opened; '' for nothing
 */

/** @param {'compose' | 'reply'} mode @returns {Draft} */
export function newDraft(mode) {
  return {
    id: crypto.randomUUID(),
    composeType: mode === 'reply' ? 'reply' : 'newMail',
    session: {},
    properties: {},
    context: '',
  };
}
