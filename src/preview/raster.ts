// PDF bytes → pages as pixels, by pdfium in WebAssembly: the same pixels on every machine.
// Loaded only when pictures are asked for: its start costs more than a whole build.

/** RGBA, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Rasteriser {
  /** Page numbers count from 1. `scale` 1 is 72 dpi. */
  render(page: number, scale: number): Promise<Raster>;
  readonly pages: number;
  close(): void;
}

export async function openRasteriser(pdf: Uint8Array): Promise<Rasteriser> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  return {
    pages: document.getPageCount(),
    async render(page, scale) {
      const { width, height, data } = await document.getPage(page - 1).render({ scale, render: 'bitmap' });
      return { width, height, data };
    },
    close() {
      document.destroy();
      library.destroy();
    },
  };
}

/** Raster → PNG file. */
export async function encodePng({ width, height, data }: Raster): Promise<Uint8Array> {
  const { PNG } = await import('pngjs');
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/**
 * Both pages on one sheet: what is in both grey, what only the page before had red, what only the page now has blue.
 * `pixels` counts those that differ.
 */
export function differ(before: Raster | undefined, after: Raster | undefined): Raster & { readonly pixels: number } {
  const width = Math.max(before?.width ?? 0, after?.width ?? 0);
  const height = Math.max(before?.height ?? 0, after?.height ?? 0);
  const data = new Uint8Array(width * height * 4);
  let pixels = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const a = darkness(before, x, y), b = darkness(after, x, y);
      const at = (y * width + x) * 4;
      const same = Math.abs(a - b) < 16;
      if (!same) pixels++;
      const pale = 255 - Math.round((a + b) / 2 * 0.35);
      data[at] = same ? pale : a > b ? 200 : 20;
      data[at + 1] = same ? pale : a > b ? 30 : 70;
      data[at + 2] = same ? pale : a > b ? 30 : 200;
      data[at + 3] = 255;
    }
  }
  return { width, height, data, pixels };
}

function darkness(raster: Raster | undefined, x: number, y: number): number {
  if (!raster || x >= raster.width || y >= raster.height) return 0;
  const at = (y * raster.width + x) * 4;
  const { data } = raster;
  return 255 - Math.round((data[at] ?? 255) * 0.299 + (data[at + 1] ?? 255) * 0.587 + (data[at + 2] ?? 255) * 0.114);
}
