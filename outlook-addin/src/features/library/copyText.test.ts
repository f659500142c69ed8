import { expect, test } from 'vitest';
import { CopyRefused, copyText } from './copyText';

/** A page whose modern clipboard is closed, as in Outlook on the web. */
function pageWith(execCommand: () => boolean) {
  return Object.assign(document.implementation.createHTMLDocument(), { execCommand });
}

test('where the clipboard is closed to frames, the older way is taken and leaves nothing behind', async () => {
  let selected: string | undefined;
  const page = pageWith(() => {
    selected = page.querySelector('textarea')?.value;
    return true;
  });
  await copyText('words', page);
  expect(selected).toBe('words');
  expect(page.querySelector('textarea')).toBeNull();
});

test('where both are closed, it says so', async () => {
  await expect(
    copyText(
      'words',
      pageWith(() => false),
    ),
  ).rejects.toBeInstanceOf(CopyRefused);
});
