import CSSComputedStyle from 'happy-dom/lib/css/declaration/computed-style/CSSComputedStyle.js';
import CSSTextParser from 'happy-dom/lib/css/declaration/utilities/CSSTextParser.js';

/** A rule of a style sheet, or what holds rules. */
interface Rule {
  readonly selectorText?: string;
  readonly media?: unknown;
  readonly cssRules?: Rules;
}
type Rules = readonly Rule[];

interface Asked {
  readonly cssRules: Rules;
  readonly elements: readonly { readonly element: { readonly classList: Iterable<string> } }[];
  readonly hostElement?: unknown;
  readonly scopeElement?: unknown;
}

interface RuleIndex {
  /** The rules as they were indexed. */
  readonly rules: Rules;
  readonly byClass: ReadonlyMap<string, readonly number[]>;
  readonly others: readonly number[];
  readonly plain: boolean;
}

const indexes = new WeakMap<Rules, RuleIndex>();
const classesOfSelectors = new Map<string, readonly string[] | undefined>();

/** The classes of which an element must have one to fit; `undefined` where classes do not tell. */
function classesOfSelector(selector: string): readonly string[] | undefined {
  if (!classesOfSelectors.has(selector)) {
    classesOfSelectors.set(selector, readClasses(selector));
  }
  return classesOfSelectors.get(selector);
}

function readClasses(selector: string): readonly string[] | undefined {
  let bare = selector.replaceAll(/\[[^\]]*\]/g, '');
  while (/\([^()]*\)/.test(bare)) bare = bare.replaceAll(/\([^()]*\)/g, '');
  if (/[()[\]\\"']/.test(bare)) return undefined;
  const found: string[] = [];
  for (const alternative of bare.split(',')) {
    const ofElement =
      alternative
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    const name = /^\.([\w-]+)/.exec(ofElement)?.[1];
    if (name === undefined) return undefined;
    found.push(name);
  }
  return found;
}

function classesOfRule(rule: Rule): readonly string[] | undefined {
  if (rule.selectorText !== undefined) return classesOfSelector(rule.selectorText);
  if (rule.media === undefined || rule.cssRules === undefined) return undefined;
  const found: string[] = [];
  for (const inner of rule.cssRules) {
    const classes = classesOfRule(inner);
    if (classes === undefined) return undefined;
    found.push(...classes);
  }
  return found;
}

/** Whether each rule is asked of one element at a time: those of a `@scope` look at several. */
const isPlain = (rule: Rule): boolean =>
  rule.selectorText !== undefined || (rule.media !== undefined && !!rule.cssRules?.every(isPlain));

function indexOf(rules: Rules): RuleIndex {
  const known = indexes.get(rules);
  if (known?.rules.length === rules.length && known.rules.every((rule, at) => rule === rules[at])) {
    return known;
  }
  const byClass = new Map<string, number[]>();
  const others: number[] = [];
  for (const [at, rule] of rules.entries()) {
    const classes = classesOfRule(rule);
    if (classes === undefined) others.push(at);
    for (const name of new Set(classes)) {
      const listed = byClass.get(name);
      if (listed) listed.push(at);
      else byClass.set(name, [at]);
    }
  }
  const index = { rules: [...rules], byClass, others, plain: rules.every(isPlain) };
  indexes.set(rules, index);
  return index;
}

/** The rules that can fit an element of these classes, in their order. */
function candidates({ rules, byClass, others }: RuleIndex, classes: Iterable<string>): Rules {
  const found = new Set(others);
  for (const name of classes) {
    for (const at of byClass.get(name) ?? []) found.add(at);
  }
  return [...found].sort((a, b) => a - b).flatMap((at) => rules[at] ?? []);
}

const readTexts = new Map<string, ReturnType<typeof CSSTextParser.parse>>();
const textsKept = 1_000;

/**
 * happy-dom asks each element, and all that it lies in, whether each of the thousands of rules fits that
 * Griffel writes. Nearly all name a class: with this, an element is asked only about those that name one
 * of its own and those of which classes tell nothing. What its style is stays as happy-dom has it.
 */
export function indexStyleRules(): void {
  const computed = CSSComputedStyle.prototype as unknown as {
    parseCSSRules: (this: unknown, asked: Asked) => void;
  };
  const askAll = computed.parseCSSRules;
  computed.parseCSSRules = function (asked) {
    const index = indexOf(asked.cssRules);
    if (asked.hostElement || asked.scopeElement || !index.plain) {
      askAll.call(this, asked);
      return;
    }
    for (const each of asked.elements) {
      const cssRules = candidates(index, each.element.classList);
      askAll.call(this, { ...asked, elements: [each], cssRules });
    }
  };
  const parse = CSSTextParser.parse.bind(CSSTextParser);
  CSSTextParser.parse = (text) => {
    const known = readTexts.get(text);
    if (known) return known;
    const read = parse(text);
    if (readTexts.size >= textsKept) readTexts.clear();
    readTexts.set(text, read);
    return read;
  };
}
