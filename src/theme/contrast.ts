// Colours → how well they stand out: the contrast ratio of WCAG 2 (relative luminance of sRGB), and whether it is enough.
import type { Colour } from './theme.ts';

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2, "relative luminance". */
export function luminance(colour: Colour): number {
  if ('gray' in colour) return linear(colour.gray);
  const [r, g, b] = colour.rgb;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** WCAG 1.4.3: 4.5, or 3 for large type (18 pt and more). */
export const leastContrast = (size: number): number => (size >= 18 ? 3 : 4.5);
/** WCAG 1.4.11: what is not text. */
export const LEAST_MARK_CONTRAST = 3;
