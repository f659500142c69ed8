import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImportFile } from './importFile';
import { largestFile, mostRows } from './importLimits';
import { unpackedSize } from './zipDirectory';

const fileOf = (content: Uint8Array | string, name = 'prompts.csv') => {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return {
    name,
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  };
};
const read = (content: Uint8Array | string, name?: string) => readImportFile(fileOf(content, name));

async function linesOf(content: Uint8Array | string, name?: string) {
  const file = await read(content, name);
  if ('problem' in file) throw new Error(file.problem);
  return [file.header, ...file.lines];
}

const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('a text file', () => {
  const table = 'Title;Prompt\r\n"Étape ""1""; β";"Zwei\r\nZeilen 👩🏽‍💻"\r\n';
  const lines = [
    ['Title', 'Prompt'],
    ['Étape "1"; β', 'Zwei\r\nZeilen 👩🏽‍💻'],
  ];

  test.each([
    ['UTF-8', strToU8(table)],
    ['UTF-8 with its mark', strToU8(`\uFEFF${table}`)],
    ['UTF-16, little-endian', utf16(table, 'le')],
    ['UTF-16, big-endian', utf16(table, 'be')],
    ['UTF-16 without its mark', utf16(table, 'le', false)],
    ['big-endian UTF-16 without its mark', utf16(table, 'be', false)],
  ])('in %s is read to the letter', async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual(lines);
  });

  // What Windows-1252 has and Latin-1 has not, Node does not decode: the browser journey does.
  test('in Windows-1252 is read with its accents', async () => {
    const bytes = Uint8Array.from([0x54, 0x3b, 0x50, 0x0a, 0xc9, 0x3b, 0xfc]);
    expect(await linesOf(bytes)).toEqual([
      ['T', 'P'],
      ['É', 'ü'],
    ]);
  });

  test.each([',', ';', '\t'])('separated by %j is understood', async (separator) => {
    const text = `title${separator}prompt\nOne${separator}Do this\n`;
    expect(await linesOf(text)).toEqual([
      ['title', 'prompt'],
      ['One', 'Do this'],
    ]);
  });

  test('keeps a NUL in its cell, where its row is refused for it', async () => {
    expect(await linesOf('title,prompt\nOne,a\0b\nTwo,Fine\n')).toEqual([
      ['title', 'prompt'],
      ['One', 'a\0b'],
      ['Two', 'Fine'],
    ]);
  });

  test('in which a quote never closes names the row', async () => {
    const file = await read('title,prompt\nOne,Fine\nTwo,"never closed\nThree,lost\n');
    expect('unclosed' in file && [...file.unclosed]).toEqual([2]);
  });

  test.each([
    ['empty', ''],
    ['empty', '\n\n\n'],
    ['noText', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8])],
    ['oldExcel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['tooWide', ','.repeat(1_000)],
    ['tooManyRows', `title,prompt\n${'One,Do this\n'.repeat(100_000)}`],
  ])('is refused as %s', async (problem, content) => {
    expect(await read(content)).toEqual({ problem });
  });

  test('too large is refused before it is read', async () => {
    const file = {
      name: 'prompts.csv',
      size: largestFile + 1,
      arrayBuffer: () => Promise.reject(new Error('It was read')),
    };
    expect(await readImportFile(file)).toEqual({ problem: 'tooLarge' });
  });

  test('of whatever bytes is read or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.csv', 'a.md', 'a.xlsx'),
        async (bytes, name) => {
          const file = await read(bytes, name);
          expect('problem' in file || file.lines.length <= mostRows).toBe(true);
        },
      ),
    );
  });
});

describe('a Markdown file', () => {
  test('by others gives each heading with its text, or with its one fenced block', async () => {
    const page = [
      ...['# Prompts of our team', '', '## Weekly digest', '', 'For *Mondays*.', ''],
      ...['```', 'Summarise:', '', '# not a heading', '```', ''],
      ...['## Plain', '- Author: Mei-Ling Duarte', '- Tags: a, b', '', 'Do it.', '', 'Then stop.'],
    ].join('\r\n');
    expect(await linesOf(page, 'prompts.md')).toEqual([
      ['Title', 'Prompt', 'Summary', 'Author', 'Tags'],
      ['Weekly digest', 'Summarise:\r\n\r\n# not a heading', 'For *Mondays*.', '', ''],
      ['Plain', 'Do it.\r\n\r\nThen stop.', '', 'Mei-Ling Duarte', 'a, b'],
    ]);
  });

  test('with a fence that never closes names the row it swallows', async () => {
    const file = await read('## One\n\nFine\n\n## Two\n\n```\nnever closed\n', 'a.md');
    expect('unclosed' in file && [...file.unclosed]).toEqual([2]);
  });

  test.each([
    ['headings', '#'.repeat(200_000)],
    ['fences', '```\n'.repeat(50_000)],
    ['backticks', '`'.repeat(200_000)],
    ['quotes and brackets', '>[('.repeat(70_000)],
    ['lists', '- a: '.repeat(50_000)],
    ['escapes', `## a\n${'\\'.repeat(200_000)}`],
  ])('of nothing but %s is read or refused like any other', async (_, page) => {
    const file = await read(page, 'a.md');
    expect('problem' in file || file.lines.length <= mostRows).toBe(true);
  });
});

const part = (type: string) =>
  `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The smallest workbook Excel opens, with these rows. */
function workbookOf(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${part(type)}" Target="${target}"/>`;
  const relations = (content: string) =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${part('x').slice(0, -2)}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...more,
  });
}

const cell = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const header = `<row r="1">${cell('A1', 'title')}${cell('B1', 'prompt')}</row>`;

describe('an Excel workbook', () => {
  test('gives texts as they are, numbers and dates as they read, formulas as they showed', async () => {
    const rows = [
      header,
      `<row r="2">${cell('A2', ' One ')}${cell('B2', 'a_x000D_&#10;b &lt;i&gt;')}</row>`,
      '<row r="4"><c r="A4"><v>45000.5</v></c><c r="B4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>',
      '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5"><f>WEBSERVICE("http://x.example")</f></c></row>',
    ].join('');
    expect(await linesOf(workbookOf(rows), 'a.xlsx')).toEqual([
      ['title', 'prompt'],
      [' One ', 'a\r\nb <i>'],
      [],
      ['45000.5', 'ab'],
      ['true', ''],
    ]);
  });

  test('is known by what it holds, whatever its name', async () => {
    const rows = `${header}<row r="2">${cell('A2', 'One')}${cell('B2', 'Do it')}</row>`;
    expect(await linesOf(workbookOf(rows), 'prompts.csv')).toEqual([
      ['title', 'prompt'],
      ['One', 'Do it'],
    ]);
  });

  test.each([
    ['a cell in the last corner', `${header}<row r="1048576">${cell('XFD1048576', 'x')}</row>`],
    ['a row too far down', `${header}<row r="900000">${cell('A900000', 'x')}</row>`],
    ['a row as wide as a sheet', `${header}<row r="2">${cell('XFD2', 'x')}</row>`],
    [
      '100,000 rows',
      header + Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 2}"/>`).join(''),
    ],
  ])('with %s is refused', async (_, rows) => {
    expect(await read(workbookOf(rows), 'a.xlsx')).toEqual({
      problem: expect.stringMatching(/^too(Wide|ManyRows)$/) as string,
    });
  });

  test('that unpacks to far more than a library is refused before anything is unpacked', async () => {
    const bomb = workbookOf(header, { 'xl/sharedStrings.xml': new Uint8Array(300_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await read(bomb, 'a.xlsx')).toEqual({ problem: 'tooLarge' });
  });

  test('that says it is smaller than it is, is refused where it grows beyond that', async () => {
    const size = 50_000_000;
    const bomb = workbookOf(header, { 'xl/sharedStrings.xml': new Uint8Array(size) });
    const lying = replaceNumber(bomb, size, 1_000);
    expect(unpackedSize(lying)).toBeLessThan(10_000);
    expect(await read(lying, 'a.xlsx')).toEqual({ problem: 'notExcel' });
    // Zero means "not known" to readers: then nothing would hold it.
    expect(unpackedSize(replaceNumber(bomb, size, 0))).toBeUndefined();
  });

  test('with entities that grow is read without them', async () => {
    const laughs = strToU8(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst xmlns="${main}"><si><t>&b;</t></si></sst>`,
    );
    const rows = `${header}<row r="2"><c r="A2" t="s"><v>0</v></c>${cell('B2', 'x')}</row>`;
    const file = await read(workbookOf(rows, { 'xl/sharedStrings.xml': laughs }), 'a.xlsx');
    expect(JSON.stringify(file)).not.toContain('haha');
  });

  test.each([
    ['cut off', workbookOf(header).slice(0, 900)],
    ['only a ZIP archive', zipSync({ 'readme.txt': strToU8('hello') })],
    ['nested', zipSync({ 'a.xlsx': workbookOf(header) })],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await read(bytes, 'a.xlsx')).toEqual({ problem: 'notExcel' });
  });
});

/** The archive with one size rewritten wherever it is said. */
function replaceNumber(archive: Uint8Array, from: number, to: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === from) view.setUint32(at, to, true);
  }
  return bytes;
}
