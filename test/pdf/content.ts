// A content stream → where each glyph stands: a small interpreter of the operators that pdf/ writes.

export interface Shown { readonly code: number; readonly x: number; readonly y: number; readonly mcid: number | undefined; readonly artifact: boolean }

/** `widths`: of each font resource, the widths of codes in thousandths of an em. */
export function interpret(content: string, widths: (font: string, code: number) => number): { readonly shown: Shown[]; readonly mcids: number[] } {
  const shown: Shown[] = [];
  const mcids: number[] = [];
  const marks: { readonly mcid: number | undefined; readonly artifact: boolean }[] = [];
  let [x, y, rise, scale, size, font, text] = [0, 0, 0, 1, 0, '', false];
  for (const line of content.split('\n')) {
    const words = line.split(' ');
    const number = (n: number): number => Number(words[n]);
    const mark = marks.at(-1);
    if (line === 'BT') text = true;
    else if (line === 'ET') text = false;
    else if (line.endsWith(' Tm')) {
      if (!line.startsWith('1 0 0 -1 ')) throw new Error(line);
      [x, y] = [number(4), number(5)];
    } else if (line.endsWith(' Tf')) [font, size] = [words[0] ?? '', number(1)];
    else if (line.endsWith(' Ts')) rise = number(0);
    else if (line.endsWith(' Tz')) scale = number(0) / 100;
    else if (line.endsWith(' BDC')) {
      if (marks.length > 0) throw new Error('Marked content is nested.');
      const mcid = /\/MCID (\d+)/.exec(line)?.[1];
      if (mcid !== undefined) mcids.push(Number(mcid));
      marks.push({ mcid: mcid === undefined ? undefined : Number(mcid), artifact: line.startsWith('/Artifact') });
    } else if (line === 'EMC') {
      if (marks.pop() === undefined) throw new Error('Closed twice.');
    } else if (line.endsWith(']TJ')) {
      if (!text || mark === undefined) throw new Error(`Text outside of a text object or a mark: ${line}`);
      for (const [token] of line.matchAll(/\((?:[^\\)]|\\.)*\)|-?[0-9.]+/gs)) {
        if (!token.startsWith('(')) {
          x -= (Number(token) * size * scale) / 1000;
          continue;
        }
        const bytes = token.slice(1, -1).replace(/\\(.)/gs, (_, c: string) => ({ n: '\n', r: '\r' })[c] ?? c);
        for (let n = 0; n < bytes.length; n += 2) {
          const code = bytes.charCodeAt(n) * 256 + bytes.charCodeAt(n + 1);
          shown.push({ code, x, y: y - rise, ...mark });
          x += (widths(font, code) * size * scale) / 1000;
        }
      }
    } else if (/(?: |^)(?:f|S|B|f\*|B\*|Do)$/.test(line.trim()) && mark === undefined) throw new Error(`Ink outside of a mark: ${line}`);
  }
  if (marks.length > 0 || text) throw new Error('Left open.');
  return { shown, mcids };
}
