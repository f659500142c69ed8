import { expect, test } from 'vitest';
import { composingBySubject, plainSubject } from './subjectMarks';

test('marks of replies and forwards are no part of a subject', () => {
  expect(plainSubject('RE: AW: Fwd: Offer')).toBe('Offer');
  expect(plainSubject('Re[2]: Offer')).toBe('Offer');
  expect(plainSubject('Reply needed: Offer')).toBe('Reply needed: Offer');
});

test('the outermost mark says whether a message answers or passes on', () => {
  expect(composingBySubject('RE: FW: Offer')).toBe('reply');
  expect(composingBySubject('AW: Angebot')).toBe('reply');
  expect(composingBySubject('Fwd: RE: Offer')).toBe('forward');
  expect(composingBySubject('Reply needed: Offer')).toBe('new');
});
