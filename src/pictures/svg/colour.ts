// A CSS colour → what is printed: greys as grey, the rest as RGB, and how opaque it is.
import names from 'color-name';
import type { Colour } from '../../theme/index.ts';

export interface Paint { readonly colour: Colour; readonly opacity: number }

/** Undefined where it cannot be read. */
export function parseColour(value: string): Paint | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'transparent') return { colour: { gray: 0 }, opacity: 0 };
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const call = /^(rgba?|hsla?)\(([^)]*)\)$/.exec(text);
  if (call) return fromFunction(call[1] ?? '', (call[2] ?? '').split(/[\s,/]+/).filter((part) => part !== ''));
  const named = Object.hasOwn(names, text) ? (names as Readonly<Record<string, readonly [number, number, number]>>)[text] : undefined;
  return named ? paint(named[0] / 255, named[1] / 255, named[2] / 255, 1) : undefined;
}

function fromHex(hex: string): Paint | undefined {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const channel = (at: number): number => parseInt(long.slice(at, at + 2), 16) / 255;
  return paint(channel(0), channel(2), channel(4), long.length === 8 ? channel(6) : 1);
}

function fromFunction(name: string, parts: readonly string[]): Paint | undefined {
  if (parts.length < 3) return undefined;
  const portion = (part: string | undefined, whole: number): number => {
    if (part === undefined) return 1;
    return clamp(part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part) / whole);
  };
  const opacity = portion(parts[3], 1);
  if (name.startsWith('rgb')) return paint(portion(parts[0], 255), portion(parts[1], 255), portion(parts[2], 255), opacity);
  const hue = Number.parseFloat(parts[0] ?? '');
  return fromHsl(hue, portion(parts[1], 100), portion(parts[2], 100), opacity);
}

/** CSS Color Module Level 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number, opacity: number): Paint | undefined {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return paint(channel(0), channel(8), channel(4), opacity);
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function paint(red: number, green: number, blue: number, opacity: number): Paint | undefined {
  if (![red, green, blue, opacity].every(Number.isFinite)) return undefined;
  return { opacity, colour: colourOf(red, green, blue) };
}

/** Equal parts are grey: black prints with black alone. */
export function colourOf(red: number, green: number, blue: number): Colour {
  const same = Math.abs(red - green) < 0.002 && Math.abs(red - blue) < 0.002;
  return same ? { gray: red } : { rgb: [red, green, blue] };
}

export const rgbOf = (colour: Colour): readonly [number, number, number] => ('gray' in colour ? [colour.gray, colour.gray, colour.gray] : colour.rgb);
