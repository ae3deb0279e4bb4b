// Theme, typesetter, pictures and what pages know → the context that every block's builder is given.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Inline, NodeId, PictureRef, Span } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import type { InlineContext, Typesetter } from '../text/index.ts';
import { labelsOf, type Role, type RoleStyle, type Theme } from '../theme/index.ts';
import type { BlockContext, ContentsChapter, FlowedBlock, ParagraphOptions, SetText, SlabOptions, Surroundings, TextOptions } from './builder.ts';
import { composeItems } from './compose.ts';
import { rule } from './drawing.ts';
import type { PageFacts } from './facts.ts';
import { fill, formatDate, formatNumber } from './format.ts';
import { inlineTags } from './inline-tags.ts';
import type { FlowItem, ParagraphItem, Slab } from './item.ts';
import { ask, remember, type FlowMemory, type Question, type RecordingDiagnostics } from './memo.ts';
import { paragraphItem, placeLine } from './paragraph.ts';
import type { Placed } from './placed.ts';
import { warnOfPixels } from './resolution.ts';
import type { TagNode, TagRole } from './tag.ts';

/** What is the same for every block of a chapter. */
export interface Setup {
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Artwork>;
  readonly facts: PageFacts;
  readonly diagnostics: RecordingDiagnostics;
  readonly memory: FlowMemory;
  /** Printed number and id of a note of this chapter, by its label. */
  note(label: string): { readonly number: string; readonly id: NodeId } | undefined;
  /** The last number given to each kind; goes up while the document is walked. */
  readonly numbers: { figure: number; table: number };
  readonly contents: readonly ContentsChapter[];
  /** All that `contents` says, as one string. */
  contentsKey(): string;
  /** Every question whose answer may change, so that what was built can be kept while it does not. */
  readonly asked: Question[];
  flow(blocks: readonly Block[], context: BlockContext, keep: Keep): FlowedBlock;
}

/** As wide as most page numbers, until they are known. */
export const PAGE_UNKNOWN = '00';
/** Builds a block, or finds it as it was built before. `around` says what of its neighbours it depends on. */
export type Keep = (block: Block, around: string, build: () => FlowedBlock) => FlowedBlock;

const POINTS_A_MILLIMETRE = 72 / 25.4;
const POINTS_A_PIXEL = 0.75;

export function makeContext(setup: Setup, surroundings: Surroundings): BlockContext {
  return new Context(setup, surroundings);
}

class Context implements BlockContext {
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  readonly diagnostics: Diagnostics;
  readonly labels: BlockContext['labels'];
  readonly inline: InlineContext;
  readonly zone: Surroundings['zone'];
  readonly body: RoleStyle;
  readonly language: string;
  readonly onGrid: boolean;
  readonly listDepth: number;
  readonly depth: number;
  readonly heading?: Role;
  readonly inColumns?: boolean;
  readonly tallest: number;
  readonly opening?: { readonly index: number; readonly count: number; readonly contents?: boolean };
  readonly halfLine: number;
  private readonly setup: Setup;
  private readonly surroundings: Surroundings;

  constructor(setup: Setup, surroundings: Surroundings) {
    this.setup = setup;
    this.surroundings = surroundings;
    this.theme = setup.theme;
    this.typesetter = setup.typesetter;
    this.diagnostics = setup.diagnostics;
    this.zone = surroundings.zone;
    this.body = surroundings.body;
    this.language = surroundings.language;
    this.onGrid = surroundings.onGrid;
    this.listDepth = surroundings.listDepth;
    this.depth = surroundings.depth;
    if (surroundings.inColumns !== undefined) this.inColumns = surroundings.inColumns;
    if (surroundings.heading !== undefined) this.heading = surroundings.heading;
    this.tallest = surroundings.highest ?? setup.theme.master.area.height;
    if (surroundings.opening !== undefined) this.opening = surroundings.opening;
    this.labels = labelsOf(setup.theme, surroundings.language).labels;
    this.halfLine = this.theme.master.grid ? this.theme.master.grid.step / 2 : 0;
    const labels = this.labels;
    this.inline = {
      language: surroundings.language, diagnostics: setup.diagnostics,
      pageReference: (target) => fill(labels.pageReference, { page: String(this.pageOf(target) ?? PAGE_UNKNOWN) }),
      note: (label) => this.note(label),
      picture: (picture) => this.wordPicture(picture),
    };
  }

  within(changes: Partial<Surroundings>): BlockContext {
    return new Context(this.setup, { ...this.surroundings, ...changes });
  }

  pageOf(anchor: string): number | undefined {
    ask(this.setup, 'page', anchor);
    return this.setup.facts.pageOf.get(anchor);
  }

  style(role: Role): RoleStyle {
    return this.theme.styles[role];
  }

  flowBlocks(blocks: readonly Block[]): FlowedBlock {
    return this.setup.flow(blocks, this, (block, around, build) =>
      remember(block, `${around} ${signatureOf(this.surroundings)}`, [this.body], this.setup, build));
  }

  get contents(): readonly ContentsChapter[] {
    ask(this.setup, 'contents', '');
    return this.setup.contents;
  }

  picture(key: string): Artwork | undefined {
    ask(this.setup, 'picture', key);
    return this.setup.pictures.get(key);
  }

  private note(label: string): { readonly number: string; readonly id: NodeId } {
    ask(this.setup, 'note', label);
    const found = this.setup.note(label);
    if (!found) throw new Error(`The note "${label}" has a mark but no place in its chapter.`);
    return found;
  }

  paragraph(id: NodeId, span: Span, inlines: readonly Inline[], style: RoleStyle, options: ParagraphOptions = {}): ParagraphItem {
    const indent = options.indent ?? 0;
    const measure = options.width ?? this.zone.width;
    // So few words in a line cannot be spread evenly.
    const used = style.align === 'justify' && measure < this.theme.rules.leastJustified * style.size ? { ...style, align: 'left' as const } : style;
    const settings = this.typesetter.set({
      inlines, style: used, measure, context: this.inline, alternatives: options.keep !== true,
      ...(indent === 0 ? {} : { indent }),
    });
    const baselines = this.theme.distances === 'baselines';
    return paragraphItem(id, span, settings, options.keep === true, {
      x: options.x ?? this.zone.x, style, tag: options.tag ?? id, anchors: options.anchors ?? [], beside: options.beside ?? [],
      // Where distances count from baseline to baseline, a line's box ends at its baseline.
      baseline: baselines ? style.leading : this.baseline(style),
    });
  }

  text(inlines: readonly Inline[] | string, style: RoleStyle, x: number, width: number, span: Span, options: TextOptions = {}): SetText {
    const content = typeof inlines === 'string' ? plainInlines(inlines, span) : inlines;
    const used = options.align === undefined ? style : { ...style, align: options.align };
    const { language, diagnostics } = options;
    const context = { ...this.inline, ...(language === undefined ? {} : { language }), ...(diagnostics ? { diagnostics } : {}) };
    const [best] = this.typesetter.set({
      inlines: content, style: used, measure: width, context, ...(options.indent === undefined ? {} : { indent: options.indent }),
    });
    const baseline = this.baseline(style);
    let widest = 0;
    const lines = best.lines.map((line, index) => {
      widest = Math.max(widest, line.width);
      return placeLine(line, x, baseline + index * style.leading, style, options.tag);
    });
    return { content: lines, height: lines.length * style.leading, baseline, width: widest };
  }

  slab(height: number, content: readonly Placed[], options: SlabOptions): Slab {
    const notes: NodeId[] = [];
    for (const placed of content) if (placed.kind === 'line') notes.push(...placed.line.notes);
    const anchor = options.anchor ?? 0;
    // A rule that stands on half lines does so at a page's top too.
    const atPageTop = options.atPageTop ?? (anchor > 0 && anchor === this.halfLine ? anchor : undefined);
    return {
      kind: 'slab', height, content, anchor, notes, anchors: options.anchors ?? [], lines: options.lines ?? 0, span: options.span,
      ...(atPageTop === undefined ? {} : { atPageTop }),
      ...(options.side === undefined ? {} : { side: { height: options.side } }),
    };
  }

  compose(items: readonly FlowItem[]): { content: readonly Placed[]; height: number; anchors: readonly string[] } {
    // Back to line boxes: the first line's box begins at y = 0, whatever the running text measures.
    const shift = this.theme.distances === 'baselines' ? -this.body.leading * this.theme.depth : 0;
    return composeItems(items, shift);
  }

  rule(x: number, width: number, y: number, stroke: Parameters<BlockContext['rule']>[3], tag?: NodeId): ReturnType<BlockContext['rule']> {
    return rule(x, width, y, stroke, tag);
  }

  spacing(style: RoleStyle): { before: number; after: number; rise: number } {
    if (this.theme.distances === 'boxes') return { before: style.before, after: style.after, rise: 0 };
    return { before: Math.max(0, style.before - style.leading), after: style.after, rise: style.leading };
  }

  componentSpacing(component: { readonly before: number; readonly after: number }): { before: number; after: number; rise: number } {
    const rise = this.theme.distances === 'boxes' ? 0 : this.theme.styles.body.leading;
    return { before: component.before, after: component.after, rise };
  }

  baseline(style: RoleStyle): number {
    return style.leading * (1 - this.theme.depth);
  }

  lineTop(distance: number, style: RoleStyle): number {
    return this.theme.distances === 'boxes' ? distance : distance - this.baseline(style);
  }

  textEnd(bottom: number, style: RoleStyle): number {
    return this.theme.distances === 'boxes' ? bottom : bottom - style.leading * this.theme.depth;
  }

  inlineTags(inlines: readonly Inline[]): readonly TagNode[] {
    return inlineTags(inlines, (label) => {
      const { number, id } = this.note(label);
      return { id, label: fill(this.labels.note, { number }) };
    });
  }

  tag(id: NodeId, role: TagRole, span: Span, children: readonly TagNode[] = [], more: Partial<TagNode> = {}): TagNode {
    return { id, role, span, children, ...more };
  }

  number(kind: 'figure' | 'table'): number {
    this.setup.numbers[kind] += 1;
    return this.setup.numbers[kind];
  }

  artwork(picture: PictureRef): { key: string; artwork: Artwork } | undefined {
    const artwork = this.picture(picture.file);
    return artwork && { key: picture.file, artwork };
  }

  askedWidth({ width }: PictureRef, measure: number): number | undefined {
    if (!width) return undefined;
    const asked = width.unit === '%' ? (measure * width.value) / 100 : width.unit === 'mm' ? width.value * POINTS_A_MILLIMETRE : width.value;
    return Math.min(asked, measure);
  }

  fill(label: string, fields: Readonly<Record<string, string>>): string {
    return fill(label, fields);
  }

  date(iso: string): string {
    return formatDate(iso, this.labels);
  }

  numberText(value: number, decimals: number): string {
    return formatNumber(value, decimals, this.labels);
  }

  /** A picture among words: as high as the line's box, unless the manuscript gives a width. */
  private wordPicture(picture: PictureRef): { width: number; height: number; key: string } {
    const found = this.artwork(picture);
    if (!found) return { width: 0, height: 0, key: picture.file };
    const { artwork } = found;
    const natural = artwork.kind === 'bitmap'
      ? (artwork.width * 72) / (artwork.dpi ?? 72 / POINTS_A_PIXEL) : artwork.width;
    const ratio = artwork.width > 0 ? artwork.height / artwork.width : 1;
    const asked = this.askedWidth(picture, this.zone.width);
    const width = asked ?? Math.min(natural, ratio > 0 ? this.baseline(this.body) / ratio : natural, this.zone.width);
    const height = Math.min(width * ratio, this.theme.master.area.height * TALLEST_WORD);
    warnOfPixels(picture, artwork, width, this.diagnostics);
    return { width: ratio > 0 ? Math.min(width, height / ratio) : width, height, key: picture.file };
  }
}

function signatureOf({ zone, body, language, onGrid, listDepth, depth, heading, inColumns, highest, opening }: Surroundings): string {
  return [
    zone.x, zone.width, zone.side?.x, zone.side?.width, zone.full.x, zone.full.width, body.role, language, onGrid, listDepth, depth, heading, inColumns, highest,
    opening?.index, opening?.count, opening?.contents,
  ].join(' ');
}

/** A picture among words takes at most this part of the page's height. */
const TALLEST_WORD = 0.5;

/** A label as inlines. */
export function plainInlines(value: string, span: Span): readonly Inline[] {
  return [{ kind: 'text', value, span, lines: [{ index: 0, line: span.line, column: span.column }] }];
}
