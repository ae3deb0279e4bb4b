// Drawing → a page's content stream: numbers rounded once, state written only when it changes, marks always balanced.
import type { PathSegment } from '../pictures/index.ts';
import type { Colour } from '../theme/index.ts';

/** Two decimals: 0.0035 mm. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}

/** Components to three decimals: finer than eight bits. */
const component = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
};

/** Grey stays grey: black prints with black alone. */
export const fillColour = (colour: Colour): string =>
  'gray' in colour ? `${component(colour.gray)} g` : `${colour.rgb.map(component).join(' ')} rg`;
export const strokeColour = (colour: Colour): string =>
  'gray' in colour ? `${component(colour.gray)} G` : `${colour.rgb.map(component).join(' ')} RG`;

export function pathOperators(path: readonly PathSegment[]): string {
  let operators = '';
  for (const segment of path) {
    switch (segment[0]) {
      case 'M': operators += `${number(segment[1])} ${number(segment[2])} m\n`; break;
      case 'L': operators += `${number(segment[1])} ${number(segment[2])} l\n`; break;
      case 'C':
        operators += `${number(segment[1])} ${number(segment[2])} ${number(segment[3])} ${number(segment[4])} ${number(segment[5])} ${number(segment[6])} c\n`;
        break;
      case 'Z': operators += 'h\n';
    }
  }
  return operators;
}

/** One content stream. */
export class Content {
  private readonly lines: string[] = [];
  private marks = 0;
  private inText = false;
  private fill = '0 g';
  private stroke = '0 G';
  private strokeWidth = '1';
  private dash = '';
  private cap = '0';
  private font = '';
  private rise = '0';
  private mode = '0';
  private stretch = '100';

  add(operators: string): void { this.lines.push(operators); }

  openMark(tag: string, properties: string): void {
    this.lines.push(`/${tag} <<${properties}>> BDC`);
    this.marks++;
  }
  closeMark(): void {
    if (this.marks === 0) throw new Error('Marked content is closed that was not opened.');
    this.lines.push('EMC');
    this.marks--;
  }

  beginText(): void {
    if (!this.inText) this.lines.push('BT');
    this.inText = true;
  }
  endText(): void {
    if (this.inText) this.lines.push('ET');
    this.inText = false;
  }

  setFill(colour: Colour): void {
    const operator = fillColour(colour);
    if (operator !== this.fill) this.lines.push((this.fill = operator));
  }
  setStroke({ colour, width, dash, cap }: { readonly colour: Colour; readonly width: number; readonly dash?: readonly number[]; readonly cap?: 'round' }): void {
    const operator = strokeColour(colour);
    if (operator !== this.stroke) this.lines.push((this.stroke = operator));
    const w = number(width);
    if (w !== this.strokeWidth) this.lines.push(`${(this.strokeWidth = w)} w`);
    const pattern = (dash ?? []).map(number).join(' ');
    if (pattern !== this.dash) this.lines.push(`[${(this.dash = pattern)}] 0 d`);
    const end = cap === 'round' ? '1' : '0';
    if (end !== this.cap) this.lines.push(`${(this.cap = end)} J`);
  }
  setFont(name: string, size: number, rise: number, scale: number): void {
    const font = `/${name} ${number(size)} Tf`;
    if (font !== this.font) this.lines.push((this.font = font));
    const raised = number(rise);
    if (raised !== this.rise) this.lines.push(`${(this.rise = raised)} Ts`);
    const stretched = String(Math.round(scale * 100_000) / 1000);
    if (stretched !== this.stretch) this.lines.push(`${(this.stretch = stretched)} Tz`);
  }

  /** Invisible text is read, searched and copied (ISO 32000-1, table 106, mode 3). */
  setVisible(visible: boolean): void {
    const mode = visible ? '0' : '3';
    if (mode !== this.mode) this.lines.push(`${(this.mode = mode)} Tr`);
  }

  finish(): string {
    if (this.marks !== 0) throw new Error('Marked content is left open.');
    if (this.inText) throw new Error('A text object is left open.');
    return this.lines.join('\n');
  }
}
