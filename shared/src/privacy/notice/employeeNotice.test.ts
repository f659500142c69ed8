import { expect, test } from 'vitest';
import { draftSent, redoAnswered, usageEvent } from '../../adoption';
import { employeeNotices, noticeAsText } from '.';

const languages = [employeeNotices.en, employeeNotices.de];

test('docs/notice-to-employees.md is the notice as it is copied from the tab, in both languages', async () => {
  const [english = '', german = ''] = languages.map((notice) =>
    noticeAsText(notice, (title, level) => `${'#'.repeat(level + 1)} ${title}`),
  );
  const document = `# Notice to employees

A text to give to everyone before Last Mile is used, in English and German. It is true of Last Mile as it comes; fill in what stands in square brackets. Champions copy it from the tab: Programme, Plan, _Notice to employees_. It is written in \`shared/src/privacy/notice\`, and a test keeps this page the same.

${english}

${german}
`;
  await expect(document).toMatchFileSnapshot('../../../../docs/notice-to-employees.md');
});

test.each(languages)('every field that a device sends is named: $title', (notice) => {
  const sent = (event: { shape: object }) =>
    Object.keys(event.shape).filter((field) => field !== 'kind');
  const { use, draft, template, answer } = notice.sent;
  expect(Object.keys(use).sort()).toEqual(sent(usageEvent).sort());
  expect(Object.keys(draft).sort()).toEqual(sent(draftSent).sort());
  expect(Object.keys(template).sort()).toEqual(sent(draftSent.shape.template.def.innerType).sort());
  expect(Object.keys(answer).sort()).toEqual(sent(redoAnswered).sort());
  const text = noticeAsText(notice);
  const words = [use, draft, template, answer].flatMap((fields) => Object.values(fields));
  expect(words.filter((each) => !text.includes(each))).toEqual([]);
});

test.each(languages)('no sentence is left out of what is copied: $title', (notice) => {
  const text = noticeAsText(notice);
  const written = Object.values(notice).flatMap(
    (part: string | { lines?: Readonly<Record<string, string>> }) =>
      typeof part === 'string' ? [part] : Object.values(part.lines ?? {}),
  );
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((sentence) => !text.includes(sentence))).toEqual([]);
});
