import { expect, test } from 'vitest';
import { languageFor, speak, type TextLanguage } from '@last-mile/shared/language';
import { employeeNotices, noticeAsText } from '@last-mile/shared/notice';
import { dataKinds, type DataKind } from '@last-mile/shared/privacy';
import { feedbackFormTexts } from '../../shared/src/ui/feedbackFormTexts';
import { defaultRetentionDays } from '../../api/src/features/privacy/retentionDays';
import { german as paneGerman } from '../../outlook-addin/src/app/german';
import { redoTexts } from '../../outlook-addin/src/features/adoption/redoTexts';
import { german as tabGerman } from '../../teams-app/src/app/german';
import { coachingTexts } from '../../teams-app/src/features/coaching/coachingTexts';
import { feedbackTexts } from '../../teams-app/src/features/feedback/feedbackTexts';

const quotes: Readonly<Record<TextLanguage, RegExp>> = { en: /“([^”]+)”/g, de: /„([^“]+)“/g };

test.each<TextLanguage>(['en', 'de'])(
  'what the notice quotes stands so on the screens: %s',
  (language) => {
    speak(languageFor(language), language === 'de' ? { ...paneGerman, ...tabGerman } : null);
    const text = noticeAsText(employeeNotices[language]);
    expect([...text.matchAll(quotes[language])].map(([, quoted]) => quoted)).toEqual([
      redoTexts.question,
      feedbackTexts.contact,
      coachingTexts.mayReachOut,
      feedbackFormTexts.named,
    ]);
    const { coaching } = employeeNotices[language].choices.lines;
    expect(coaching).toContain(`${feedbackTexts.title}, ${feedbackTexts.mine},`);
  },
);

test.each<TextLanguage>(['en', 'de'])(
  'what is deleted after a time is said with the time it comes with: %s',
  (language) => {
    const lines: Readonly<Record<string, string>> = employeeNotices[language].kept.lines;
    const word = language === 'de' ? 'Tage' : 'days';
    const wrong = Object.entries(defaultRetentionDays).filter(
      ([kind, days]) => lines[kind]?.includes(` ${String(days)} ${word}`) !== true,
    );
    expect(wrong).toEqual([]);
  },
);

/** Which line says how long each kind of what is held about people is kept. */
const toldBy = {
  use: 'uses',
  membership: 'weeks',
  feedback: 'feedbackWords',
  votes: 'library',
  practice: 'practice',
  times: 'times',
  coaching: 'coaching',
  library: 'library',
  programme: 'programme',
  role: 'roles',
  notices: 'notices',
  acts: 'audit',
} as const satisfies Record<DataKind, keyof (typeof employeeNotices)['en']['kept']['lines']>;

test('of every kind of what is held about people a line says how long it is kept', () => {
  const { en, de } = employeeNotices;
  const untold = dataKinds.filter(
    (kind) => en.kept.lines[toldBy[kind]] === '' || de.kept.lines[toldBy[kind]] === '',
  );
  expect(untold).toEqual([]);
});
