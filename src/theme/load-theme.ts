// template.yaml and those it extends → Theme, or diagnostics at the template's own lines.
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt, type Span } from '../document/index.ts';
import type { TemplateSource } from '../publication/index.ts';
import { Checker, parseColour, type Names } from './check-shape.ts';
import { checkSheet, type Place } from './check-sheet.ts';
import { contrast, LEAST_MARK_CONTRAST, leastContrast } from './contrast.ts';
import { ROLES, type Role } from './roles.ts';
import { styleOf } from './style.ts';
import { templateShape, type Template } from './template-shape.ts';
import type { Colour, FaceSource, PageMaster, RoleStyle, Theme } from './theme.ts';
import { layOver, readTree, type Tree, type TreeEntry } from './yaml-tree.ts';

export function loadTheme(source: TemplateSource, diagnostics: Diagnostics): Theme | undefined {
  const trees = source.chain.map((file) => readTree(file, diagnostics));
  if (!trees.every((tree) => tree !== undefined)) return undefined;
  const tree = trees.reduceRight<Tree | undefined>((under, over) => (under ? layOver(over, under) : over), undefined);
  if (!tree) throw new Error('A template has at least one file.');
  const names = readNames(tree);
  const checker = new Checker(names, diagnostics);
  const template = checker.check(templateShape, tree, '') as Template;
  if (checker.faults > 0) return undefined;

  const place = (...path: string[]): Span => spanOf(tree, path) ?? spanAt(source.chain[0]?.file ?? source.name);
  checkSheet(template, place, checker);
  if (checker.faults > 0) return undefined;
  const faces = readFaces(source, template, place, checker);
  const styles = readStyles(template, place, checker);
  if (!styles || checker.faults > 0) return undefined;
  checkColours(tree, template, names, styles, place, checker);
  if (checker.faults > 0) return undefined;
  return {
    name: source.name, master: masterOf(template), distances: template.page.distances, depth: template.page.depth,
    faces, fallback: template.fonts.fallback, colours: template.colours, styles,
    rules: { ...template.setting, protrusion: template.setting.protrusion as Theme['rules']['protrusion'] },
    costs: template.costs, components: template.components, cover: template.cover,
    labels: new Map(Object.entries(template.labels)),
  };
}

const entry = (tree: Tree | undefined, name: string): Tree | undefined => (tree?.kind === 'map' ? tree.entries.get(name)?.value : undefined);
const keysOf = (tree: Tree | undefined): ReadonlySet<string> => new Set(tree?.kind === 'map' ? tree.entries.keys() : []);

/** The names and the unit L that the rest of the template speaks in. */
function readNames(tree: Tree): Names {
  const colours = new Map<string, Colour>();
  const given = entry(tree, 'colours');
  if (given?.kind === 'map') {
    for (const [name, { value }] of given.entries) {
      const colour = value.kind === 'scalar' && typeof value.value === 'string' ? parseColour(value.value) : undefined;
      // A colour that cannot be read is a fault at its own line only, not at each use.
      colours.set(name, colour ?? { gray: 0 });
    }
  }
  const line = entry(entry(tree, 'page'), 'line');
  const step = line?.kind === 'scalar' ? /^(\d+(?:\.\d+)?)\s*(?:(pt|mm))?$/.exec(String(line.value)) : null;
  const fonts = entry(tree, 'fonts');
  return {
    line: step ? Number(step[1]) * (step[2] === 'mm' ? 72 / 25.4 : 1) : undefined,
    colours, faces: keysOf(entry(fonts, 'faces')), families: keysOf(entry(fonts, 'families')), roles: new Set(ROLES),
  };
}

/** The sheet is not painted: it is white on the screen, whatever paper it is printed on. */
const SHEET: Colour = { gray: 1 };

/** The nearest place to a path that the template has. */
function spanOf(tree: Tree, path: readonly string[]): Span | undefined {
  let at: Tree | undefined = tree;
  let span: Span | undefined;
  for (const name of path) {
    const next: TreeEntry | undefined = at?.kind === 'map' ? at.entries.get(name) : undefined;
    if (!next) break;
    span = next.key;
    at = next.value;
  }
  return span;
}

function readFaces(source: TemplateSource, template: Template, place: Place, checker: Checker): ReadonlyMap<string, FaceSource> {
  const faces = new Map<string, FaceSource>();
  for (const [key, name] of Object.entries(template.fonts.faces)) {
    const font = source.font(name);
    // A plain Uint8Array over the same bytes: where these are Node's Buffer, `slice` would share them with whoever changes its copy.
    if (font) faces.set(key, { key, file: font.file, ...(font.own ? { named: place('fonts', 'faces', key) } : {}), bytes: new Uint8Array(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength) });
    else checker.fault(place('fonts', 'faces', key), `The font file "${name}" is neither in the template's fonts/ nor in the package's.`);
  }
  return faces;
}

function readStyles(template: Template, place: Place, checker: Checker): Readonly<Record<Role, RoleStyle>> | undefined {
  const styles: Partial<Record<Role, RoleStyle>> = {};
  for (const role of ROLES) {
    const style = styleOf(role, template, (message) => checker.fault(place('styles', role), message));
    if (style) styles[role] = style;
  }
  return checker.faults > 0 ? undefined : (styles as Record<Role, RoleStyle>);
}

function masterOf({ page }: Template): PageMaster {
  return {
    width: page.width, height: page.height, mirrored: page.mirrored, area: page.area,
    zones: { side: page.zones.side ?? page.zones.text, text: page.zones.text, full: page.zones.full },
    columns: page.columns, gutter: page.gutter, alignSpreads: page.alignSpreads,
    ...(page.grid && page.line !== undefined ? { grid: { step: page.line } } : {}),
  };
}

/** No text or mark may be too pale for what lies behind it, on the screen or printed grey. */
function checkColours(tree: Tree, template: Template, names: Names, styles: Readonly<Record<Role, RoleStyle>>, place: Place, checker: Checker): void {
  const paper = template.colours['paper'];
  if (!paper || !template.colours['ink']) {
    checker.fault(place('colours'), 'colours must name at least ink and paper.');
    return;
  }
  const { cover, orgchart } = template.components;
  const onSheet = (colour: Colour): number => Math.min(contrast(colour, SHEET), contrast(colour, paper));
  for (const role of ROLES) {
    const { colour, size, code } = styles[role];
    // The topmost box holds its name and what stands below it.
    const filled = role === 'orgchart-top' || role === 'orgchart' ? orgchart.topFill : undefined;
    const on = [...(role === 'orgchart-top' && filled ? [] : [onSheet(colour)]), ...(filled ? [contrast(colour, filled)] : [])];
    const ratio = Math.min(...on);
    const least = leastContrast(Math.min(size, code.size, role === 'cover-title' ? cover.titleSmallest : size));
    if (ratio < least) {
      checker.fault(place('styles', role, 'colour'), `The style ${role} has a contrast of ${ratio.toFixed(1)}:1 against its background; ${least}:1 is the least.`,
        'Choose a darker colour (or a lighter one on a dark ground).');
    }
  }
  const visit = (at: Tree | undefined, path: readonly string[]): void => {
    if (at?.kind === 'list') at.items.forEach((item, index) => visit(item, [...path, String(index + 1)]));
    if (at?.kind !== 'map') return;
    for (const [name, { value }] of at.entries) {
      const used = value.kind === 'scalar' && typeof value.value === 'string' && /^(colour|fill)$/i.test(name) ? names.colours.get(value.value) : undefined;
      // What has an outline is seen by that, however pale its paint.
      const outlined = name === 'fill' && at.entries.get('stroke')?.value.kind === 'map';
      if (used && !outlined && onSheet(used) < LEAST_MARK_CONTRAST) {
        checker.fault(value.span, `components.${[...path, name].join('.')} has a contrast of ${onSheet(used).toFixed(1)}:1 against the paper; ${LEAST_MARK_CONTRAST}:1 is the least for a mark.`);
      }
      visit(value, [...path, name]);
    }
  };
  visit(entry(tree, 'components'), []);
}
