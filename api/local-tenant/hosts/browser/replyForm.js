const keptUnder = 'local-tenant-reply-body';

/**
 * Opens the reply form as Outlook on the web does beside its three columns: in a window of its own.
 * What an add-in wrote goes along in the tab's storage, which a window opened from it gets a copy of.
 * @param {string} messageId
 * @param {string} [htmlBody]
 */
export function openReply(messageId, htmlBody = '') {
  sessionStorage.setItem(keptUnder, htmlBody);
  const opened = window.open(`/outlook?mode=reply&message=${encodeURIComponent(messageId)}`);
  sessionStorage.removeItem(keptUnder);
  if (opened === null) throw new Error('The browser kept the reply form from opening.');
}

/** What the window was opened with; a second look finds nothing. */
export function takeReplyBody() {
  const htmlBody = sessionStorage.getItem(keptUnder) ?? '';
  sessionStorage.removeItem(keptUnder);
  return htmlBody;
}
