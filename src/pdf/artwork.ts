// Artwork → XObjects, each picture once however often it is shown.
import type { Artwork, Bitmap, Clip, Drawing, EmbeddedBitmap, Gradient, Group, ImageData, Ink, Mark, Mask, Shape, Tile } from '../pictures/index.ts';
import { fillColour, number, pathOperators, strokeColour } from './content.ts';
import { opacityChanges, shadingPattern, softMask } from './gradients.ts';
import type { Dict, Objects, PdfValue, Ref } from './objects.ts';

export class Pictures {
  private readonly written = new Map<string, { readonly name: string; readonly ref: Ref }>();
  private readonly opacities = new Map<string, Ref>();
  private readonly patterns = new Map<string | Tile, Ref>();
  private readonly masks = new Map<Mask, Dict>();

  constructor(private readonly objects: Objects, private readonly artwork: ReadonlyMap<string, Artwork>) {}

  get(key: string): Artwork {
    const found = this.artwork.get(key);
    if (found === undefined) throw new Error(`No artwork "${key}".`);
    return found;
  }

  /** Resource name and XObject. */
  write(artwork: Artwork): { readonly name: string; readonly ref: Ref } {
    const key = `${artwork.kind} ${artwork.hash}`;
    let written = this.written.get(key);
    if (written === undefined) {
      const ref = artwork.kind === 'bitmap' ? this.writeBitmap(artwork) : this.writeDrawing(artwork);
      this.written.set(key, (written = { name: `X${this.written.size + 1}`, ref }));
    }
    return written;
  }

  private writeBitmap(bitmap: Bitmap): Ref {
    const mask = bitmap.alpha && this.writeImage(bitmap.alpha, {});
    return this.writeImage(bitmap.image, mask ? { SMask: mask } : {});
  }

  private writeImage(image: ImageData, more: Dict): Ref {
    const colourSpace: PdfValue = image.palette
      ? ['Indexed', 'DeviceRGB', Math.floor(image.palette.length / 3) - 1, image.palette]
      : image.colourSpace;
    return this.objects.stream({
      Type: 'XObject', Subtype: 'Image', Width: image.pixelWidth, Height: image.pixelHeight, ColorSpace: colourSpace,
      BitsPerComponent: image.bits, Filter: image.filter,
      ...(image.predictor
        ? { DecodeParms: { Predictor: 15, Colors: image.predictor.colours, Columns: image.predictor.columns, BitsPerComponent: image.bits } }
        : {}),
      ...more,
    }, image.bytes);
  }

  private writeDrawing(drawing: Drawing): Ref {
    return this.writeForm(drawing.shapes, drawing, {});
  }

  private writeForm(marks: readonly Mark[], size: Size, more: Dict): Ref {
    const { content, resources } = this.paintMarks(marks, size);
    return this.objects.stream({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, size.width, size.height], ...more, Resources: resources }, content);
  }

  private paintMarks(marks: readonly Mark[], size: Size): { readonly content: string; readonly resources: Dict } {
    const used: Resources = { states: {}, patterns: {}, pictures: {} };
    const content = marks.map((mark) => ('bitmap' in mark ? this.paintBitmap(mark, used) : 'group' in mark ? this.paintGroup(mark, size, used) : this.paintShape(mark, size, used))).join('\n');
    const some = (name: string, resources: Dict): Dict => (Object.keys(resources).length > 0 ? { [name]: resources } : {});
    return { content, resources: { ...some('ExtGState', used.states), ...some('Pattern', used.patterns), ...some('XObject', used.pictures) } };
  }

  /** A transparency group (ISO 32000-1, 11.6.6) under its opacity and mask. */
  private paintGroup({ group, opacity = 1, mask }: Group, size: Size, used: Resources): string {
    const ref = this.writeForm(group, size, { Group: { S: 'Transparency', I: true } });
    const name = `F${ref.id}`;
    used.pictures[name] = ref;
    return ['q', ...this.state(opacity, opacity, mask && this.maskOf(mask, size), used), `/${name} Do`, 'Q'].join('\n');
  }

  private maskOf(mask: Mask, size: Size): Dict {
    let made = this.masks.get(mask);
    if (!made) {
      const light = mask.by === 'luminosity';
      const group = this.writeForm(mask.marks, size, { Group: { S: 'Transparency', I: true, CS: 'DeviceRGB' } });
      this.masks.set(mask, (made = { Type: 'Mask', S: light ? 'Luminosity' : 'Alpha', G: group }));
    }
    return made;
  }

  /** The drawing's y runs down, an image's up. */
  private paintBitmap({ bitmap, matrix: [a, b, c, d, e, f], opacity = 1, clip }: EmbeddedBitmap, used: Resources): string {
    const { name, ref } = this.write(bitmap);
    used.pictures[name] = ref;
    const matrix = [a, b, -c, -d, e + c, f + d].map((value) => Math.round(value * 1e4) / 1e4).join(' ');
    return ['q', ...clipping(clip), ...this.state(opacity, opacity, undefined, used), `${matrix} cm`, `/${name} Do`, 'Q'].join('\n');
  }

  private paintShape({ path, fill, fillOpacity = 1, evenOdd, stroke, clip }: Shape, size: Size, used: Resources): string {
    const mask = [fill, stroke?.colour].find((ink): ink is Gradient => ink !== undefined && 'stops' in ink && opacityChanges(ink));
    if (mask && fill && stroke) {
      // A mask holds for all that is painted under it: each for itself.
      const outline = { path, ...(evenOdd ? { evenOdd } : {}), ...(clip ? { clip } : {}) };
      return [{ ...outline, fill, fillOpacity }, { ...outline, stroke }].map((part) => this.paintShape(part, size, used)).join('\n');
    }
    const strokeOpacity = stroke?.opacity ?? 1;
    const state = this.state(fill === undefined ? 1 : fillOpacity, strokeOpacity, mask && softMask(mask, size, this.objects), used);
    const lines: string[] = [...clipping(clip), ...state];
    if (fill) lines.push(isPattern(fill) ? `/Pattern cs /${this.pattern(fill, used)} scn` : fillColour(fill));
    if (stroke) {
      lines.push(isPattern(stroke.colour) ? `/Pattern CS /${this.pattern(stroke.colour, used)} SCN` : strokeColour(stroke.colour));
      lines.push(`${number(stroke.width)} w ${stroke.cap} J ${stroke.join} j ${number(stroke.miterLimit)} M`);
      lines.push(`[${(stroke.dash ?? []).map(number).join(' ')}] 0 d`);
    }
    const even = evenOdd ? '*' : '';
    lines.push(pathOperators(path) + (fill && stroke ? `B${even}` : fill ? `f${even}` : stroke ? 'S' : 'n'));
    const isolated = state.length > 0 || (clip !== undefined && clip.length > 0);
    return isolated ? `q\n${lines.join('\n')}\nQ` : lines.join('\n');
  }

  private pattern(ink: Gradient | Tile, used: Resources): string {
    const key = 'tile' in ink ? ink : JSON.stringify(ink);
    let ref = this.patterns.get(key);
    if (ref === undefined) this.patterns.set(key, (ref = 'tile' in ink ? this.tilingPattern(ink) : shadingPattern(ink, this.objects)));
    const name = `P${ref.id}`;
    used.patterns[name] = ref;
    return name;
  }

  /** A pattern of type 1 (ISO 32000-1, 8.7.3), edge to edge. Its matrix leads to the space of the form that uses it. */
  private tilingPattern({ tile, width, height, matrix }: Tile): Ref {
    const { content, resources } = this.paintMarks(tile, { width, height });
    return this.objects.stream({
      Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, width, height], XStep: width, YStep: height, Matrix: matrix.map((value) => Math.round(value * 1e6) / 1e6), Resources: resources,
    }, content);
  }

  private state(fill: number, stroke: number, mask: Dict | undefined, used: Resources): string[] {
    if (mask) {
      const ref = this.objects.add({ Type: 'ExtGState', ca: fill, CA: stroke, SMask: mask });
      used.states[`M${ref.id}`] = ref;
      return [`/M${ref.id} gs`];
    }
    if (fill >= 1 && stroke >= 1) return [];
    const { name, ref } = this.opacity(fill, stroke);
    used.states[name] = ref;
    return [`/${name} gs`];
  }

  private opacity(fill: number, stroke: number): { readonly name: string; readonly ref: Ref } {
    const name = `G${Math.round(fill * 1000)}x${Math.round(stroke * 1000)}`;
    let ref = this.opacities.get(name);
    if (ref === undefined) this.opacities.set(name, (ref = this.objects.add({ Type: 'ExtGState', ca: fill, CA: stroke })));
    return { name, ref };
  }
}

type Size = Pick<Drawing, 'width' | 'height'>;

const isPattern = (ink: Ink): ink is Gradient | Tile => 'stops' in ink || 'tile' in ink;

/** What a drawing's form uses, by name. */
interface Resources { readonly states: Dict; readonly patterns: Dict; readonly pictures: Dict }

const clipping = (clip: readonly Clip[] = []): string[] => clip.map(({ path, evenOdd }) => `${pathOperators(path)}W${evenOdd ? '*' : ''} n`);
