// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takenOut } from './takenOut';

test('an untouched message is as it was before, what was selected included', () => {
  const change = { before: '<p>Old words</p>', after: '<p>Dear Marta</p>' };
  expect(takenOut(change, change.after)).toBe('<p>Old words</p>');
});

test('what was written around it stays', () => {
  const change = { before: '<p>Regards</p>', after: '<p>Dear Marta</p><p>Regards</p>' };
  expect(takenOut(change, '<p>Hello</p><p>Dear Marta</p><p>Kind regards</p>')).toBe(
    '<p>Hello</p><p>Kind regards</p>',
  );
});

test('what was changed in it is not taken out', () => {
  const change = { before: '<p>Regards</p>', after: '<p>Dear Marta</p><p>Regards</p>' };
  expect(takenOut(change, '<p>Dear Martha</p><p>Regards</p>')).toBeNull();
});

test('of two alike neither is taken out by guessing', () => {
  const change = { before: 'one', after: 'onetwo' };
  expect(takenOut(change, 'x two y two z')).toBeNull();
});

test('where nothing was put in, nothing is taken out', () => {
  expect(takenOut({ before: 'a', after: 'a' }, 'ab')).toBeNull();
});

const word = fc.constantFrom('Dear', 'Marta', 'we', 'agreed', '1 & 2', '<tag>', 'ä', '—', 'we we');
const inline = fc.oneof(
  word.map((text) => textOf(text)),
  word.map((text) => `<b>${textOf(text)}</b>`),
  word.map((text) => `<a href="https://northwind.example/?q=${encodeURIComponent(text)}">x</a>`),
  fc.constant('<img src="cid:logo@northwind" alt="">'),
  fc.constant('<br>'),
);
const block = fc.oneof(
  fc.array(inline, { maxLength: 4 }).map((parts) => `<p>${parts.join(' ')}</p>`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((parts) => `<ul>${parts.map((part) => `<li>${part}</li>`).join('')}</ul>`),
);
const message = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join(''));
const template = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join(''));

/** An editor's body: what is put in comes back rewritten, as Outlook's editors do. */
function editorWith(content: string) {
  const body = document.createElement('div');
  body.innerHTML = content;
  const places = () => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_ALL);
    const nodes: Node[] = [body];
    while (walker.nextNode()) {
      // Nobody's cursor is inside a picture or a line break.
      if (!/^(?:IMG|BR)$/.test(walker.currentNode.nodeName)) nodes.push(walker.currentNode);
    }
    return nodes;
  };
  return {
    content: () => body.innerHTML,
    put(template: string, at: { node: number; offset: number; length: number }) {
      const nodes = places();
      const node = nodes[at.node % nodes.length] ?? body;
      const longest =
        node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length;
      const start = at.offset % (longest + 1);
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, Math.min(longest, start + at.length));
      range.deleteContents();
      const written = template
        .replaceAll('<b>', '<strong style="font-weight:bold">')
        .replaceAll('</b>', '</strong>')
        .replaceAll('<p>', '<p class="MsoNormal">');
      range.insertNode(range.createContextualFragment(written));
    },
    /** As `prependAsync` does: above everything, whatever is selected. */
    putAtStart(template: string) {
      this.put(template, { node: 0, offset: 0, length: 0 });
    },
  };
}

describe('for any template and any message', () => {
  const place = fc.record({ node: fc.nat(40), offset: fc.nat(20), length: fc.nat(3) });

  test('fill, insert and take out again restores the message', () => {
    fc.assert(
      fc.property(message, template, place, (written, filled, at) => {
        const editor = editorWith(written);
        const before = editor.content();
        editor.put(filled, at);
        const after = editor.content();
        expect(takenOut({ before, after }, after)).toBe(before);
      }),
    );
  });

  test('what is written above or below meanwhile stays', () => {
    const more = '<p>Written meanwhile</p>';
    fc.assert(
      fc.property(message, template, place, fc.boolean(), (own, filled, at, above) => {
        const editor = editorWith(own);
        const before = editor.content();
        editor.put(filled, { ...at, length: 0 });
        const goOn = (body: string) => (above ? more + body : body + more);
        expect(takenOut({ before, after: editor.content() }, goOn(editor.content()))).toBe(
          goOn(before),
        );
      }),
    );
  });

  test('where what is written meanwhile is like it, the right one goes or none', () => {
    fc.assert(
      fc.property(message, template, place, block, fc.boolean(), (own, filled, at, more, above) => {
        const editor = editorWith(own);
        const before = editor.content();
        editor.put(filled, at);
        const goOn = (body: string) => (above ? more + body : body + more);
        expect([goOn(before), null]).toContain(
          takenOut({ before, after: editor.content() }, goOn(editor.content())),
        );
      }),
    );
  });

  test('put above everything, it is taken out again', () => {
    fc.assert(
      fc.property(message, template, (written, filled) => {
        const editor = editorWith(written);
        const before = editor.content();
        editor.putAtStart(filled);
        const after = editor.content();
        expect(takenOut({ before, after }, after)).toBe(before);
      }),
    );
  });

  test('put in place of a selection, that comes back, and what is written around it stays', () => {
    fc.assert(
      fc.property(message, template, place, fc.boolean(), (written, filled, at, above) => {
        const editor = editorWith(written);
        const before = editor.content();
        editor.put(filled, { ...at, length: 3 });
        const after = editor.content();
        const more = '<p>Written meanwhile 7391</p>';
        const goOn = (body: string) => (above ? more + body : body + more);
        expect(takenOut({ before, after }, after)).toBe(before);
        expect(takenOut({ before, after }, goOn(after))).toBe(goOn(before));
      }),
    );
  });

  test('in plain text it is exact', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, put, old, tail) => {
        const [before, after] = [head + old + tail, head + put + tail];
        expect(takenOut({ before, after }, after)).toBe(before);
      }),
    );
  });
});

function textOf(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
