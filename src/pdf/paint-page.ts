// A page's groups of marked content → its content stream and what it uses.
import { utf16, type Face } from './face.ts';
import type { Pictures } from './artwork.ts';
import { Content, number, pathOperators } from './content.ts';
import type { Group, PathPart, PicturePart, RunPart } from './marked.ts';
import type { Ref } from './objects.ts';
import { partX, paintRun, type Pen } from './paint-run.ts';

export interface Painted {
  readonly content: string;
  readonly fonts: ReadonlyMap<string, Ref>;
  readonly pictures: ReadonlyMap<string, Ref>;
}

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
  const fonts = new Map<string, Ref>();
  const pictures = new Map<string, Ref>();
  for (const group of groups) {
    if (group.tag === undefined) content.openMark('Artifact', ARTIFACTS[group.artifact ?? 'layout']);
    else {
      const { mcid = 0, actualText } = group;
      // poppler heeds ActualText only where the mark is called Span.
      content.openMark(actualText === undefined ? inks.role(group.tag) : 'Span', `/MCID ${mcid}${actualText === undefined ? '' : `/ActualText<FEFF${utf16(actualText)}>`}`);
    }
    const ruled = paintGroup(content, group, inks, fonts, pictures);
    content.closeMark();
    if (ruled.length === 0) continue;
    content.openMark('Artifact', ARTIFACTS.layout);
    for (const part of ruled) paintRules(content, part);
    content.closeMark();
  }
  return { content: content.finish(), fonts, pictures };
}

/** Gives the runs that have lines under or through them. */
function paintGroup(content: Content, group: Group, inks: Inks, fonts: Map<string, Ref>, pictures: Map<string, Ref>): RunPart[] {
  let pen: Pen | undefined;
  const ruled: RunPart[] = [];
  const leaveText = (): void => {
    content.endText();
    pen = undefined;
  };
  for (const part of group.parts) {
    if (part.kind === 'run') {
      const face = inks.face(part.run.face);
      fonts.set(face.name, face.ref);
      pen = paintRun(content, face, part, pen);
      if ((part.run.underline || part.run.strike) && !part.placed.hidden) ruled.push(part);
    } else {
      leaveText();
      if (part.kind === 'path') paintPath(content, part);
      else paintPicture(content, part, inks.pictures, pictures);
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
    content.add(`${number(x)} ${number(placed.y - run.rise - rule.offset - rule.thickness / 2)} ${number(width)} ${number(rule.thickness)} re f`);
  }
}

function paintPath(content: Content, { path: { path, fill, stroke, evenOdd } }: PathPart): void {
  if (fill) content.setFill(fill);
  if (stroke) content.setStroke(stroke);
  const even = evenOdd ? '*' : '';
  content.add(pathOperators(path) + (fill && stroke ? `B${even}` : fill ? `f${even}` : stroke ? 'S' : 'n'));
}

function paintPicture(content: Content, part: PicturePart, artwork: Pictures, used: Map<string, Ref>): void {
  const picture = artwork.get(part.picture);
  const { name, ref } = artwork.write(picture);
  used.set(name, ref);
  const { x, y, width, height } = part;
  // An image fills a unit square whose y runs up; a drawing keeps its own points, y down.
  const matrix = picture.kind === 'bitmap'
    ? `${number(width)} 0 0 ${number(-height)} ${number(x)} ${number(y + height)}`
    : `${fine(width / picture.width)} 0 0 ${fine(height / picture.height)} ${number(x)} ${number(y)}`;
  content.add(`q ${matrix} cm /${name} Do Q`);
}

/** A scale needs more decimals than a length. */
const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6);
