// SVG source → its elements as a tree, with the line of each: no entities of its own, nothing fetched, nothing run.
import { SaxesParser } from 'saxes';
import { PictureFault, unreadable } from '../fault.ts';

export interface Element {
  /** Without a namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly line: number;
}

const MOST_ELEMENTS = 100_000;
const DEEPEST = 200;
/** Characters of an attribute that is no path and no address. */
const LONGEST = 10_000;
/** Characters of words in a drawing: each becomes an outline. */
const MOST_TEXT = 100_000;

export function parseXml(source: string): Element {
  const parser = new SaxesParser({ fragment: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let count = 0;
  let fault: PictureFault | undefined;
  parser.on('error', (error) => {
    // Editors write namespaces as entities of their own; what they stand for is never looked at.
    if (/undefined entity/.test(error.message)) return;
    fault ??= unreadable(`line ${parser.line} is not well formed (${error.message.replace(/^\S*\d+:\d+:\s*/, '').replace(/\.$/, '')}).`, 'Save it again as plain SVG.');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length >= DEEPEST) fault ??= new PictureFault('picture-too-large', `it has more than ${count > MOST_ELEMENTS ? `${MOST_ELEMENTS} elements` : `${DEEPEST} elements inside each other`}.`, 'Simplify the drawing.');
    if (fault) return;
    const attributes = new Map<string, string>();
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (value.length > LONGEST && !/^(?:d|points|values|(?:.*:)?href)$/.test(name)) fault ??= new PictureFault('picture-too-large', `an attribute in line ${parser.line} has more than ${LONGEST} characters.`, 'Simplify the drawing.');
      attributes.set(name, value);
    }
    const element: Element = { name: tag.name.replace(/^.*:/, ''), attributes, children: [], line: parser.line };
    open[open.length - 1]?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on('closetag', () => { open.pop(); });
  let letters = 0;
  const text = (value: string): void => {
    const inside = open[open.length - 1];
    if (/^(?:text|tspan|textPath|a)$/.test(inside?.name ?? '')) letters += value.length;
    if (letters > MOST_TEXT) fault ??= new PictureFault('picture-too-large', `it has more than ${MOST_TEXT} letters of text.`, 'Move the text into the chapter.');
    inside?.children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  // Piece by piece, so that a hostile file stops early.
  for (let at = 0; at < source.length && !fault; at += 65536) parser.write(source.slice(at, at + 65536));
  if (!fault) parser.close();
  if (fault) throw fault;
  if (!root) throw unreadable('it holds no drawing.');
  if (root.name !== 'svg') throw unreadable(`its root is <${root.name}>, not <svg>.`);
  return root;
}

export const elementsOf = (element: Element): readonly Element[] => element.children.filter((child): child is Element => typeof child !== 'string');

export const textOf = (element: Element): string => element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** `href`, with or without its old prefix: the id it points at in the same file, else undefined. */
export function hrefOf(element: Element): string | undefined {
  const value = (element.attributes.get('href') ?? element.attributes.get('xlink:href'))?.trim();
  return value?.startsWith('#') ? value.slice(1) : undefined;
}

/** The id in `url(#id)`. */
export const referenceOf = (value: string | undefined): string | undefined => /^url\(\s*["']?#([^)"']+)["']?\s*\)/.exec(value ?? '')?.[1];
