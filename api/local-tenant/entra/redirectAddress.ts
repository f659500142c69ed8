/** Whether an answer may go there: as registered, or on any port where `http://localhost` is. */
export function isRegisteredRedirect(address: string, registered: readonly string[]): boolean {
  if (registered.includes(address)) return true;
  if (!URL.canParse(address)) return false;
  const asked = new URL(address);
  asked.port = '';
  return (
    asked.protocol === 'http:' &&
    asked.hostname === 'localhost' &&
    registered.some((each) => URL.canParse(each) && new URL(each).href === asked.href)
  );
}
