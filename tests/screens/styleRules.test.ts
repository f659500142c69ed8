import { expect, test } from 'vitest';

/** A page with these rules, in sheets of their own, and one element of class `a b` in one of class `c`. */
function page(...sheets: string[]) {
  document.head.innerHTML = sheets.map((rules) => `<style>${rules}</style>`).join('');
  document.body.innerHTML = '<div class="c"><p class="a b" title="x, .y">Words</p></div>';
  const element = document.querySelector('p');
  if (element === null) throw new Error('No element.');
  return element;
}

const display = (element: Element) => getComputedStyle(element).display;

test.each([
  ['its class', '.a { display: none }'],
  ['both of its classes', '.a.b { display: none }'],
  ['one of several selectors', '.z, .b { display: none }'],
  ['a class and what it lies in', '.c > .a { display: none }'],
  ['what it lies in alone', '.c > p { display: none }'],
  ['its name', 'p { display: none }'],
  ['everything', '* { display: none }'],
  ['what it is not', '.a:not(.z) { display: none }'],
  ['one of a list', ':is(.z, .b) { display: none }'],
  ['an attribute with a comma', '.a[title="x, .y"] { display: none }'],
  ['a class, on a screen', '@media screen { .a { display: none } }'],
  ['a name, on a screen', '@media screen { p { display: none } }'],
])('a rule that fits by %s holds', (_, rules) => {
  expect(display(page(rules))).toBe('none');
});

test.each([
  ['another class', '.z { display: none }'],
  ['a class besides that it lacks', '.a.z { display: none }'],
  ['what it does not lie in', '.z > .a { display: none }'],
  ['what it is', '.a:not(.b) { display: none }'],
  ['print', '@media print { .a { display: none } }'],
])('a rule for %s does not', (_, rules) => {
  expect(display(page(rules))).toBe('block');
});

test('of rules that weigh the same the later holds, whichever class they name', () => {
  expect(display(page('.b { display: flex } .a { display: grid }'))).toBe('grid');
  expect(display(page('.a { display: grid } .b { display: flex }'))).toBe('flex');
  expect(display(page('.a { display: grid }', '.b { display: flex }'))).toBe('flex');
});

test('a rule that comes later or goes is followed, and so is a class', () => {
  const element = page('.a { display: flex }');
  expect(display(element)).toBe('flex');
  const { sheet } = document.querySelector('style') ?? {};
  sheet?.insertRule('.b { display: none }', 1);
  element.classList.add('new');
  expect(display(element)).toBe('none');
  sheet?.deleteRule(1);
  sheet?.insertRule('.z { display: none }', 1);
  element.classList.remove('new');
  expect(display(element)).toBe('flex');
  element.classList.add('z');
  expect(display(element)).toBe('none');
});

test('what is hidden hides what lies in it', () => {
  const element = page('.c { visibility: hidden }');
  expect(getComputedStyle(element).visibility).toBe('hidden');
});
