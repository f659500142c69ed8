/** Gives the browser a file to keep. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it once the click is over; it keeps what it reads.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** A file's name from what is in it: `everyday-ai-weeks-2026-W47.csv`. */
export function fileName(
  parts: readonly string[],
  extension: 'csv' | 'png' | 'pptx' | 'svg' | 'txt',
): string {
  const words = parts
    .join(' ')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words}.${extension}`;
}
