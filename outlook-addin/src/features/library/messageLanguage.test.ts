import { expect, test } from 'vitest';
import { languageOfAddresses, languageOfText } from './messageLanguage';

const to = (...domains: string[]) =>
  domains.map((domain) => ({ displayName: '', emailAddress: `someone@${domain}` }));

test.each([
  ['en', 'Could you tell us when we may expect the draft, and who will be our contact for that?'],
  [
    'de',
    'Könnten Sie uns sagen, wann wir mit der Vorlage rechnen können und wer für uns da ist? Bitte auch die Anlage.',
  ],
  [
    'fr',
    'Pourriez-vous nous dire quand vous pensez envoyer le projet et qui est notre contact dans votre équipe ?',
  ],
  [
    'es',
    'Gracias por el informe. Para las preguntas que tenemos, ¿con quién hablamos? Está muy claro, pero falta una página.',
  ],
])('a thread in %s is known by its small words', (language, text) => {
  expect(languageOfText(text)).toBe(language);
  const html = `<html><head><style>the and you your for with</style></head><body><p class="the and you">${text}</p></body></html>`;
  expect(languageOfText(html)).toBe(language);
});

test('a greeting, a signature, and a mixture tell nothing', () => {
  expect(languageOfText('')).toBeNull();
  expect(languageOfText('Kind regards, Priya Raman, Account Manager')).toBeNull();
  expect(
    languageOfText('the and you for with that this der und die das nicht mit ist ich'),
  ).toBeNull();
});

test('a country’s address tells its language where it has one, and everybody must agree', () => {
  expect(languageOfAddresses(to('kanzlei.de', 'firma.co.at'))).toBe('de');
  expect(languageOfAddresses(to('northwind.co.uk'))).toBe('en');
  expect(languageOfAddresses(to('kanzlei.de', 'northwind.co.uk'))).toBeNull();
  expect(languageOfAddresses(to('kanzlei.de', 'northwind.com'))).toBeNull();
  expect(languageOfAddresses(to('uhren.ch'))).toBeNull();
  expect(languageOfAddresses([])).toBeNull();
});
