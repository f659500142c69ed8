/** The day on which what is approved now falls due for review. */
export function reviewDay(approvedAt: Date, afterDays: number): string {
  const due = new Date(approvedAt);
  due.setUTCDate(due.getUTCDate() + afterDays);
  return due.toISOString().slice(0, 10);
}
