const keyOf = (userId: string) => `last-mile-saved-time-put-off-${userId}`;

/** Whether somebody put the question of a month off on this device. */
export function isPutOff(userId: string, month: string): boolean {
  try {
    return localStorage.getItem(keyOf(userId)) === month;
  } catch {
    return false;
  }
}

/** Asks no more in this month. Where the browser keeps nothing, it is asked again at the next visit. */
export function putOff(userId: string, month: string): void {
  try {
    localStorage.setItem(keyOf(userId), month);
  } catch {
    // Nothing is lost but the wish not to be asked.
  }
}
