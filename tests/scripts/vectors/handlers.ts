import { payload, vector, type ScriptVector } from './scriptVector';

/** Elements that fire an event by themselves, or on the least movement, and the event they fire. */
const firing: readonly (readonly [string, string, string])[] = [
  ['img', 'src=x', 'onerror'],
  ['img', 'src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="', 'onload'],
  ['image', 'src=x', 'onerror'],
  ['img', 'srcset=x', 'onerror'],
  ['input', 'type=image src=x', 'onerror'],
  ['input', 'autofocus', 'onfocus'],
  ['select', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocus'],
  ['button', 'autofocus', 'onfocus'],
  ['a', 'href=# autofocus', 'onfocus'],
  ['p', 'contenteditable autofocus', 'onfocus'],
  ['p', 'tabindex=1 autofocus', 'onfocusin'],
  ['div', 'style="animation: a 1s"', 'onanimationstart'],
  ['div', 'style="transition: all 1s"', 'ontransitionrun'],
  ['details', 'open', 'ontoggle'],
  ['video', 'src=x', 'onerror'],
  ['video', 'autoplay', 'onloadstart'],
  ['audio', 'src=x', 'onerror'],
  ['body', '', 'onload'],
  ['body', '', 'onpageshow'],
  ['body', '', 'onhashchange'],
  ['object', 'data=x', 'onerror'],
  ['embed', 'src=x', 'onload'],
  ['iframe', 'src=x', 'onload'],
  ['script', 'src=x', 'onerror'],
  ['link', 'rel=stylesheet href=x', 'onerror'],
  ['style', '', 'onload'],
  ['marquee', '', 'onstart'],
  ['marquee', 'loop=1 width=0', 'onfinish'],
  ['p', '', 'onmouseover'],
  ['p', '', 'onclick'],
  ['p', '', 'onpointerenter'],
  ['table', '', 'oncopy'],
  ['td', 'background=x', 'onpointerrawupdate'],
  ['form', '', 'onsubmit'],
  ['dialog', 'open', 'onclose'],
  ['p', 'popover', 'onbeforetoggle'],
  ['p', 'style="content-visibility:auto"', 'oncontentvisibilityautostatechange'],
  ['custom-element', '', 'onclick'],
];

/** How the same is written so that a careless reader does not see it. */
const writings: readonly (readonly [
  string,
  (element: string, facts: string, on: string) => string,
])[] = [
  ['plain', (element, facts, on) => `<${element} ${facts} ${on}=${payload}>x</${element}>`],
  [
    'upper case, quoted',
    (element, facts, on) =>
      `<${element.toUpperCase()} ${facts} ${on.toUpperCase()}="${payload}">x</${element}>`,
  ],
  [
    'slashes for spaces, entities in the value',
    (element, facts, on) =>
      `<${element}/${facts === '' ? 'x' : facts}/${on}=&#114;an&lpar;&rpar;>x</${element}>`,
  ],
  ['never closed', (element, facts, on) => `<p>x<${element} ${facts}\n${on}\t=\f'${payload}' <b>`],
];

export const handlerVectors: readonly ScriptVector[] = firing.flatMap(([element, facts, on]) =>
  writings.map(([how, write]) =>
    vector(`${on} on ${element} ${facts}, ${how}`, write(element, facts, on)),
  ),
);
