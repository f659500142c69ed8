/** Where list and item no longer fit beside each other. */
export const narrowLibrary = '(max-width: 860px)';
