// Artwork → XObjects, each picture once however often it is shown.
import type { Artwork, Bitmap, Drawing, ImageData, Shape } from '../pictures/index.ts';
import { fillColour, number, pathOperators, strokeColour } from './content.ts';
import type { Dict, Objects, PdfValue, Ref } from './objects.ts';

export class Pictures {
  private readonly written = new Map<string, { readonly name: string; readonly ref: Ref }>();
  private readonly opacities = new Map<string, Ref>();

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
    const states: Dict = {};
    const content = drawing.shapes.map((shape) => this.paintShape(shape, states)).join('\n');
    return this.objects.stream({
      Type: 'XObject', Subtype: 'Form', BBox: [0, 0, drawing.width, drawing.height],
      Resources: Object.keys(states).length > 0 ? { ExtGState: states } : {},
    }, content);
  }

  private paintShape({ path, fill, fillOpacity = 1, evenOdd, stroke, clip }: Shape, states: Dict): string {
    const strokeOpacity = stroke?.opacity ?? 1;
    const opaque = (fill === undefined || fillOpacity >= 1) && strokeOpacity >= 1;
    const lines: string[] = [];
    for (const outline of clip ?? []) lines.push(`${pathOperators(outline)}W n`);
    if (!opaque) {
      const { name, ref } = this.opacity(fillOpacity, strokeOpacity);
      states[name] = ref;
      lines.push(`/${name} gs`);
    }
    if (fill) lines.push(fillColour(fill));
    if (stroke) {
      lines.push(strokeColour(stroke.colour), `${number(stroke.width)} w ${stroke.cap} J ${stroke.join} j ${number(stroke.miterLimit)} M`);
      lines.push(`[${(stroke.dash ?? []).map(number).join(' ')}] 0 d`);
    }
    const even = evenOdd ? '*' : '';
    lines.push(pathOperators(path) + (fill && stroke ? `B${even}` : fill ? `f${even}` : stroke ? 'S' : 'n'));
    const isolated = !opaque || (clip !== undefined && clip.length > 0);
    return isolated ? `q\n${lines.join('\n')}\nQ` : lines.join('\n');
  }

  private opacity(fill: number, stroke: number): { readonly name: string; readonly ref: Ref } {
    const name = `G${Math.round(fill * 1000)}x${Math.round(stroke * 1000)}`;
    let ref = this.opacities.get(name);
    if (ref === undefined) this.opacities.set(name, (ref = this.objects.add({ Type: 'ExtGState', ca: fill, CA: stroke })));
    return { name, ref };
  }
}
