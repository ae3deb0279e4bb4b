// The output intent's colour profile, written out: sRGB (IEC 61966-2-1) as an ICC profile of version 2 (ICC.1:2001-04).

/** Linear between these points the curve is off by less than a 16-bit reader can see. */
const CURVE_POINTS = 1024;

/** Colorants of sRGB adapted from D65 to the profile connection space's D50 by Bradford's method, in s15Fixed16. */
const COLORANTS: readonly (readonly [string, number, number, number])[] = [
  ['wtpt', 0xf6d6, 0x10000, 0xd32d],
  ['rXYZ', 0x6fa2, 0x38f5, 0x0390],
  ['gXYZ', 0x6299, 0xb785, 0x18da],
  ['bXYZ', 0x24a0, 0x0f84, 0xb6cf],
];

export function srgbProfile(): Uint8Array {
  const curve = Buffer.alloc(12 + CURVE_POINTS * 2);
  curve.write('curv', 0, 'latin1');
  curve.writeUInt32BE(CURVE_POINTS, 8);
  for (let n = 0; n < CURVE_POINTS; n++) {
    const value = n / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(linear * 65535), 12 + n * 2);
  }
  const tags: [string, Buffer][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', Buffer.from('text\0\0\0\0No rights reserved\0', 'latin1')],
    ...COLORANTS.map(([tag, x, y, z]): [string, Buffer] => [tag, xyz(x, y, z)]),
    ['rTRC', curve], ['gTRC', curve], ['bTRC', curve],
  ];

  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const body: Buffer[] = [];
  let at = 128 + table.length;
  tags.forEach(([tag, data], n) => {
    let start = placed.get(data);
    if (start === undefined) {
      placed.set(data, (start = at));
      body.push(data, Buffer.alloc(-data.length & 3));
      at += (data.length + 3) & ~3;
    }
    table.write(tag, 4 + n * 12, 'latin1');
    table.writeUInt32BE(start, 8 + n * 12);
    table.writeUInt32BE(data.length, 12 + n * 12);
  });

  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2000, 1, 1, 0, 0, 0].forEach((part, n) => header.writeUInt16BE(part, 24 + n * 2));
  header.write('acsp', 36, 'latin1');
  [0xf6d6, 0x10000, 0xd32d].forEach((part, n) => header.writeUInt32BE(part, 68 + n * 4));
  return Buffer.concat([header, table, ...body]);
}

function xyz(x: number, y: number, z: number): Buffer {
  const data = Buffer.alloc(20);
  data.write('XYZ ', 0, 'latin1');
  [x, y, z].forEach((part, n) => data.writeInt32BE(part, 8 + n * 4));
  return data;
}

/** textDescriptionType: ASCII, then empty Unicode and Macintosh parts. */
function description(name: string): Buffer {
  const data = Buffer.alloc(12 + name.length + 1 + 8 + 3 + 67);
  data.write('desc', 0, 'latin1');
  data.writeUInt32BE(name.length + 1, 8);
  data.write(name, 12, 'latin1');
  return data;
}
