// A page's groups of marked content → its content stream and what it uses.
import { segmentsOf } from '../pages/index.ts';
import type { Artwork } from '../pictures/index.ts';
import { utf16, type Face, type UsedCode } from './face.ts';
import { onPage, originOf } from './axes.ts';
import type { Pictures } from './artwork.ts';
import { Content, number, pathOperators } from './content.ts';
import type { Group, PathPart, PicturePart, RunPart } from './marked.ts';
import { partX, paintRun, type Pen } from './paint-run.ts';

/** A page's content as it is written, and all that it was painted with: it may stand again where that is the same. */
export interface Painted {
  readonly content: Uint8Array;
  /** Faces and pictures in the order of their first use on it. */
  readonly used: readonly UsedInk[];
  /** What each element's mark is called. */
  readonly roles: ReadonlyMap<string, string>;
}
/** A face or picture by its key, the name that it has in the file, and what of it the content depends on. */
export type UsedInk =
  | { readonly kind: 'face'; readonly key: string; readonly name: string; readonly codes: readonly UsedCode[] }
  | { readonly kind: 'picture'; readonly key: string; readonly name: string; readonly artwork: Artwork };

const ARTIFACTS = {
  header: '/Type/Pagination/Subtype/Header',
  footer: '/Type/Pagination/Subtype/Footer',
  layout: '/Type/Layout',
} as const;

export interface Inks {
  face(key: string): Face;
  readonly pictures: Pictures;
  /** The structure type that a group's mark is named with. */
  role(tag: string): string;
}

export function paintPage(groups: readonly Group[], inks: Inks): Painted {
  const content = new Content();
  const used = new Map<string, UsedInk>();
  const roles = new Map<string, string>();
  for (const group of groups) {
    if (group.tag === undefined) content.openMark('Artifact', ARTIFACTS[group.artifact ?? 'layout']);
    else {
      const { mcid = 0, actualText } = group;
      // poppler heeds ActualText only where the mark is called Span.
      const role = inks.role(group.tag);
      roles.set(group.tag, role);
      content.openMark(actualText === undefined ? role : 'Span', `/MCID ${mcid}${actualText === undefined ? '' : `/ActualText<FEFF${utf16(actualText)}>`}`);
    }
    const ruled = paintGroup(content, group, inks, used);
    content.closeMark();
    if (ruled.length === 0) continue;
    content.openMark('Artifact', ARTIFACTS.layout);
    for (const part of ruled) paintRules(content, part);
    content.closeMark();
  }
  return { content: Buffer.from(content.finish(), 'latin1'), used: [...used.values()], roles };
}

/** Whether a page painted before would be painted the same now; gives out codes and names in either case, as painting does. */
export function wouldPaint({ used, roles }: Painted, inks: Inks): boolean {
  let same = true;
  for (const ink of used) {
    if (ink.kind === 'picture') {
      const artwork = inks.pictures.get(ink.key);
      if (artwork !== ink.artwork || inks.pictures.write(artwork).name !== ink.name) same = false;
    } else {
      const face = inks.face(ink.key);
      if (face.name !== ink.name) same = false;
      face.beginPage();
      for (const { glyph, meaning, code } of ink.codes) if (face.code(glyph, meaning) !== code) same = false;
    }
  }
  for (const [tag, role] of roles) if (inks.role(tag) !== role) same = false;
  return same;
}

/** Gives the runs that have lines under or through them. */
function paintGroup(content: Content, group: Group, inks: Inks, used: Map<string, UsedInk>): RunPart[] {
  let pen: Pen | undefined;
  const ruled: RunPart[] = [];
  const leaveText = (): void => {
    content.endText();
    pen = undefined;
  };
  for (const part of group.parts) {
    if (part.kind === 'run') {
      const face = inks.face(part.run.face);
      const key = `face ${part.run.face}`;
      if (!used.has(key)) used.set(key, { kind: 'face', key: part.run.face, name: face.name, codes: face.beginPage() });
      pen = paintRun(content, face, part, pen);
      if ((part.run.underline || part.run.strike) && part.to > part.from && !part.placed.hidden) ruled.push(part);
    } else {
      leaveText();
      if (part.kind === 'path') paintPath(content, part);
      else paintPicture(content, part, inks.pictures, used);
    }
  }
  leaveText();
  return ruled;
}

/** Lines under and through words are ink, not text. */
function paintRules(content: Content, part: RunPart): void {
  const { placed, run, from, to } = part;
  const x = partX(part);
  const width = from === 0 && to === run.glyphs.length ? run.width : partX({ ...part, from: to }) - x;
  for (const rule of [run.underline, run.strike]) {
    if (rule === undefined) continue;
    content.setFill(run.colour);
    const y = originOf(placed).across - run.rise - rule.offset - rule.thickness / 2;
    const box = onPage(placed, { x0: x, y0: y, x1: x + width, y1: y + rule.thickness });
    content.add(`${number(box.x0)} ${number(box.y0)} ${number(box.x1 - box.x0)} ${number(box.y1 - box.y0)} re f`);
  }
}

function paintPath(content: Content, { path }: PathPart): void {
  const { fill, stroke, evenOdd } = path;
  if (fill) content.setFill(fill);
  if (stroke) content.setStroke(stroke);
  const even = evenOdd ? '*' : '';
  content.add(pathOperators(segmentsOf(path)) + (fill && stroke ? `B${even}` : fill ? `f${even}` : stroke ? 'S' : 'n'));
}

function paintPicture(content: Content, part: PicturePart, artwork: Pictures, used: Map<string, UsedInk>): void {
  const picture = artwork.get(part.picture);
  const { name } = artwork.write(picture);
  used.set(`picture ${part.picture}`, { kind: 'picture', key: part.picture, name, artwork: picture });
  const { x, y, width, height } = part;
  // Turned, what is drawn to the right goes up and what is drawn down goes right, from the picture's lower left.
  const turn = part.turned ? `0 -1 1 0 ${number(x)} ${number(y + width)} cm ` : '';
  const [left, top] = part.turned ? [0, 0] : [x, y];
  // An image fills a unit square whose y runs up; a drawing keeps its own points, y down.
  const matrix = picture.kind === 'bitmap'
    ? `${number(width)} 0 0 ${number(-height)} ${number(left)} ${number(top + height)}`
    : `${fine(width / picture.width)} 0 0 ${fine(height / picture.height)} ${number(left)} ${number(top)}`;
  content.add(`q ${turn}${matrix} cm /${name} Do Q`);
}

/** A scale needs more decimals than a length. */
const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6);
