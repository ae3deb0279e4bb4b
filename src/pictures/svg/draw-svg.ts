// SVG source → a Drawing.
import type { Drawing } from '../artwork.ts';
import { unreadable } from '../fault.ts';
import type { OutlineText } from './text.ts';

export function drawSvg(_source: string, _warn: (rule: string, message: string, hint?: string) => void, _outline?: OutlineText): Omit<Drawing, 'hash'> {
  throw unreadable('SVG is being built.');
}
