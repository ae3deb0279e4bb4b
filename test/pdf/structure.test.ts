// The structure tree: from the document, not from the pages.
import { describe, expect, test } from 'vitest';
import { describeTags, writePdf } from '../../src/pdf/index.ts';
import type { Placed, TagNode } from '../../src/flow/index.ts';
import { entry, readPdf } from './read-pdf.ts';
import { emptyInput, inline, makeLine, makePage, rule, sampleInput, sampleTags, span, tag } from './sample.ts';

const tree = (tags: readonly TagNode[], ...pages: Parameters<typeof makePage>[1][]): string =>
  describeTags({ pages: pages.map((items, n) => makePage(n + 1, items)), tags: tag('d', 'Document', tags) });

describe('structure', () => {
  test('every construct', () => {
    expect(describeTags(sampleInput())).toMatchSnapshot();
  });

  test('a paragraph over two pages is one element, and a broken word in it one word', () => {
    expect(tree([tag('p', 'P')], [makeLine('p', 0, 10, 'Den ene si¬')], [makeLine('p', 0, 10, 'des slutning')])).toBe(
      'Document\n  P\n    p1 "Den ene sides"\n    p2 " slutning"\n');
  });

  test('blocks keep the order of the document where pages set them otherwise', () => {
    expect(tree([tag('h', 'H1'), tag('p', 'P')], [makeLine('p', 150, 10, 'Brødtekst'), makeLine('h', 0, 10, 'I margenen')])).toBe(
      'Document\n  H1\n    p1 "I margenen"\n  P\n    "Brødtekst"\n');
  });

  test('inline elements stand where their first glyph stands, also over a page break', () => {
    const p = tag('p', 'P', [inline('b', 'Link', { link: { url: 'https://b.dk' } }), inline('a', 'Em')]);
    expect(tree([p],
      [makeLine('p', 0, 10, ['en ', { text: 'to', tag: 'a' }, ' tre ', { text: 'fire', tag: 'b' }])],
      [makeLine('p', 0, 10, [{ text: 'fem', tag: 'b' }, ' seks'])])).toBe(
      'Document\n  P\n    p1 "en "\n    Em\n      "to"\n    " tre "\n    Link to=https://b.dk\n      "fire "\n      p2 "fem"\n    " seks"\n');
  });

  test('content before, between and after blocks stays where it is', () => {
    const li = tag('li', 'LBody', [tag('l', 'L', [tag('i', 'LI')])]);
    expect(tree([li], [makeLine('li', 0, 10, 'før'), makeLine('i', 0, 20, 'i'), makeLine('li', 0, 30, 'efter')])).toBe(
      'Document\n  LBody\n    p1 "før "\n    L numbering=None\n      LI\n        "i"\n    "efter"\n');
  });

  test('a word broken over three lines is one word', () => {
    const description = tree([tag('p', 'P')], [makeLine('p', 0, 10, 'a specialun¬'), makeLine('p', 0, 24, 'dervisnings¬'), makeLine('p', 0, 38, 'tilbud b')]);
    expect(description).toContain('"a specialundervisningstilbud b"');
  });

  test('a word broken inside a link belongs to the link', () => {
    const p = tag('p', 'P', [inline('a', 'Link', { link: { url: 'https://a.dk' } })]);
    expect(tree([p], [makeLine('p', 0, 10, ['se ', { text: 'hjem¬', tag: 'a' }]), makeLine('p', 0, 24, [{ text: 'mesiden', tag: 'a' }, ' nu'])])).toBe(
      'Document\n  P\n    p1 "se "\n    Link to=https://a.dk\n      "hjemmesiden"\n    " nu"\n');
  });

  test('a space swallowed by a break is there, one that never was is not', () => {
    const p = [tag('p', 'P')];
    expect(tree(p, [makeLine('p', 0, 10, 'to'), makeLine('p', 0, 24, 'ord')])).toContain('"to ord"');
    expect(tree(p, [makeLine('p', 0, 10, 'e-'), makeLine('p', 0, 24, 'mail')])).toContain('"e-mail"');
    expect(tree(p, [makeLine('p', 0, 10, 'for-', { tight: false }), makeLine('p', 0, 24, 'og bagside')])).toContain('"for- og bagside"');
  });

  test('a space swallowed after a word that a break has cut stands outside the word', () => {
    const pages = [makePage(1, [makeLine('p', 0, 10, 'en kom¬'), makeLine('p', 0, 24, 'mune'), makeLine('p', 0, 38, 'til')])];
    expect(describeTags({ pages, tags: tag('d', 'Document', [tag('p', 'P')]) })).toContain('"en kommune til"');
  });

  test('elements without content are left out, empty cells are not', () => {
    const table = tag('t', 'Table', [tag('r', 'TR', [tag('a', 'TD'), tag('b', 'TD')])]);
    const empty = tag('t2', 'Table', [tag('r2', 'TR', [tag('a2', 'TD')])]);
    expect(tree([tag('p', 'P'), table, empty], [makeLine('a', 0, 10, '1')])).toBe('Document\n  Table\n    TR\n      TD\n        p1 "1"\n      TD\n');
  });

  test('a picture with an empty alternative text is an artifact; with a caption the caption stands for it, in a link the address', async () => {
    const picture = (of: string, y: number): Placed => ({ kind: 'picture', x: 0, y, width: 10, height: 10, picture: 'photo.png', tag: of, span, role: 'figure' });
    const tags = [tag('a', 'Figure', [], { alt: '' }), tag('b', 'Figure', [tag('b/c', 'Caption')], { alt: '' }), tag('p', 'P', [inline('l', 'Link', { link: { url: 'https://a.dk' }, children: [inline('c', 'Figure', { alt: '' })] })])];
    const items = [picture('a', 10), picture('b', 30), makeLine('b/c', 0, 50, 'Billedtekst'), picture('c', 60)];
    expect(tree(tags, items)).toBe('Document\n  Figure alt=""\n    p1 [photo.png]\n    Caption\n      "Billedtekst"\n  P\n    Link to=https://a.dk\n      Figure alt=""\n        [photo.png]\n');
    const pdf = readPdf(await writePdf({ ...emptyInput('ua1+a2a'), tags: tag('d', 'Document', tags), pages: [makePage(1, items)] }));
    expect([...pdf.objects.values()].filter((source) => source.includes('/Alt (')).map((source) => entry(source, 'Alt')).sort()).toEqual(['Billedtekst', 'https://a.dk']);
  });

  test('head, foot, rules and what has no tag are artifacts', () => {
    expect(tree([tag('p', 'P')], [makeLine(undefined, 0, 5, 'Hoved', { artifact: 'header' }), rule(8), makeLine('p', 0, 10, 'Ord')])).toBe('Document\n  P\n    p1 "Ord"\n');
  });
});

describe('in the file', () => {
  const open = async (): Promise<{ elements: (type: string) => string[]; contents: string }> => {
    const { objects, streams } = readPdf(await writePdf(sampleInput()));
    return {
      elements: (type) => [...objects.values()].filter((source) => new RegExp(`/S /${type}\\b`).test(source)).map((source) => source.replace(/\s+/g, ' ')),
      contents: [...streams.values()].map((stream) => stream.toString('latin1')).filter((content) => content.includes(' Tf')).join(''),
    };
  };

  test('head cells have their scope, cells their span', async () => {
    const { elements } = await open();
    const scopes = elements('TH').map((source) => /\/O \/Table \/Scope \/(\w+)/.exec(source)?.[1]);
    expect(scopes.sort()).toEqual(['Column', 'Column', 'Column', 'Row']);
    expect(elements('TD').filter((source) => source.includes('/ColSpan 3'))).toHaveLength(1);
  });
  test('lists say how they are numbered, and have items of label and body', async () => {
    const { elements } = await open();
    expect(elements('L').map((source) => /\/ListNumbering \/(\w+)/.exec(source)?.[1]).sort()).toEqual(['Decimal', 'Disc']);
    expect([elements('LI').length, elements('Lbl').length >= 3, elements('LBody').length]).toEqual([3, true, 3]);
  });
  test('figures have words and bounds', async () => {
    const figures = (await open()).elements('Figure');
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) expect(figure).toMatch(/\/BBox \[(?:-?[\d.]+ ?){4}\].*\/Alt \(.+\)/);
  });
  test('a passage in another language says so', async () => {
    expect((await open()).elements('P').filter((source) => source.includes('/Lang (en)'))).toHaveLength(1);
  });
  test('links hold their annotations, notes their names', async () => {
    const { elements } = await open();
    for (const link of elements('Link')) expect(link).toContain('/Type /OBJR');
    for (const note of elements('Note')) expect(note).toMatch(/\/ID \(.+\)/);
    expect(elements('Note').length).toBeGreaterThan(0);
  });
  test('artifacts say what they are', async () => {
    const { contents } = await open();
    expect(new Set(contents.match(/\/Artifact <<[^>]*>>/g))).toEqual(new Set(['/Artifact <</Type/Pagination/Subtype/Header>>', '/Artifact <</Type/Pagination/Subtype/Footer>>', '/Artifact <</Type/Layout>>']));
  });
});

describe('what must not happen', () => {
  const write = (tags: TagNode, items: Parameters<typeof makePage>[1]): Promise<unknown> => writePdf({ ...emptyInput('ua1+a2a'), tags, pages: [makePage(1, items)] });

  test('content of an element that is not in the tree', async () => {
    await expect(write(tag('d', 'Document'), [makeLine('p', 0, 10, 'Ord')])).rejects.toThrow(/page 1 belongs to the structure element "p".*01\.md:3:1/);
  });
  test('two elements of one name', async () => {
    await expect(write(tag('d', 'Document', [tag('p', 'P'), tag('p', 'P')]), [])).rejects.toThrow(/Two structure elements are called "p"/);
  });
  test('a figure that nothing stands for', async () => {
    await expect(write(tag('d', 'Document', [tag('f', 'Figure', [tag('c', 'Caption')])]), [rule(10, { tag: 'f' })])).rejects.toThrow(/Figure "f" has no alternative text.*01\.md:3:1/);
  });
  test('a link to nowhere', async () => {
    const p = tag('p', 'P', [inline('a', 'Link', { link: { anchor: 'ingen' } })]);
    await expect(write(tag('d', 'Document', [p]), [makeLine('p', 0, 10, { text: 'Ord', tag: 'a' })])).rejects.toThrow(/leads to "ingen".*01\.md:3:1/);
  });
  test('the sample is sound', () => { expect(sampleTags.children.length).toBe(3); });
});
