// What loadTheme makes of the package's templates, and of faulty ones.
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { loadTheme } from '../../src/theme/index.ts';
import { templateSource } from '../support/template-source.ts';

const load = (name: string, text?: string) => {
  const diagnostics = new Diagnostics();
  const theme = loadTheme(templateSource(name, text), diagnostics);
  return { theme, found: diagnostics.list().map(({ span, message, hint }) => `${span.line}:${span.column} ${message}${hint ? ` ${hint}` : ''}`) };
};

describe('the package\'s templates', () => {
  it.each(['plain', 'beretning'])('%s is sound', (name) => {
    const { theme, found } = load(name);
    expect(found).toEqual([]);
    expect(theme?.labels.size).toBe(10);
  });

  it('beretning stands on its grid', () => {
    const { theme } = load('beretning');
    expect(theme?.master.grid?.step).toBe(14);
    expect(theme?.master.area.y).toBe(98);
    expect(theme?.styles.body.leading).toBe(14);
    expect(theme?.master.zones.text.x).toBeCloseTo(223.94, 2);
    expect(theme?.styles['list-number'].colour).toEqual({ rgb: [0x98 / 255, 0x3a / 255, 0x1a / 255] });
  });
});
