import { expect, test } from 'vitest';
import { themeOf } from './officeTheme';

const theme = (background: string, foreground: string, forced = false) =>
  themeOf({ bodyBackgroundColor: background, bodyForegroundColor: foreground }, forced);

test('white and colourful are the default look, black and dark grey the dark one', () => {
  expect(theme('#FFFFFF', '#242424')).toBe('default');
  expect(theme('#f0f0f0', '#000000')).toBe('default');
  expect(theme('#262626', '#FFFFFF')).toBe('dark');
  expect(theme('#000000', '#e6e6e6')).toBe('dark');
});

test('pure colours on pure black, or colours the system forces, are high contrast', () => {
  expect(theme('#000000', '#FFFFFF')).toBe('contrast');
  expect(theme('#000000', '#FFFF00')).toBe('contrast');
  expect(theme('#FFFFFF', '#000000', true)).toBe('contrast');
});

test('an Outlook that tells no colours gets the default look', () => {
  expect(themeOf(undefined, false)).toBe('default');
  expect(theme('white', 'black')).toBe('default');
});
