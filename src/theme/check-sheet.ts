// A template's sheet and what stands at fixed places on it → faults at their keys where something lies outside or has no room.
import type { Span } from '../document/index.ts';
import type { Checker } from './check-shape.ts';
import type { Template } from './template-shape.ts';

export type Place = (...path: string[]) => Span;

/** PDF's own limit without a scale: 200 inches (ISO 32000-1, annex C). */
const LARGEST_SHEET = 14_400;
/** Room for some words a line and some lines a page; narrower, no text can be set. */
const LEAST_WIDTH = 100, LEAST_HEIGHT = 100, LEAST_SIDE = 20;

/** What lies outside the sheet or leaves no room on it is said at its key, not at each line of text that falls out of it. */
export function checkSheet(template: Template, place: Place, checker: Checker): void {
  const { page } = template;
  const { width, height, area, zones } = page;
  if (width > LARGEST_SHEET || height > LARGEST_SHEET) checker.fault(place('page', width > height ? 'width' : 'height'), `The sheet is larger than ${LARGEST_SHEET} pt, the most that a PDF can hold.`);
  const inside = (from: number, size: number, whole: number): boolean => from >= 0 && from + size <= whole + 0.01;
  if (!inside(area.x, area.width, width) || !inside(area.y, area.height, height)) checker.fault(place('page', 'area'), 'page.area reaches beyond the sheet.', 'x and width together are at most page.width; y and height, page.height.');
  else if (area.width < LEAST_WIDTH || area.height < LEAST_HEIGHT) checker.fault(place('page', 'area'), `page.area is too small for text: at least ${LEAST_WIDTH} pt wide and ${LEAST_HEIGHT} pt high.`);
  const column = (area.width - page.gutter * (page.columns - 1)) / page.columns;
  for (const name of ['side', 'text', 'full'] as const) {
    const zone = zones[name];
    if (!zone) continue;
    if (!inside(zone.x, zone.width, width)) checker.fault(place('page', 'zones', name), `page.zones.${name} reaches beyond the sheet.`);
    else if (page.columns > 1 && !inside(zone.x - area.x, zone.width, column)) checker.fault(place('page', 'zones', name), `page.zones.${name} reaches out of the first of page.columns into the next: each is ${round(column)} pt wide.`, 'With several columns, zones are stretches of the first.');
    else if (zone.width < (name === 'side' ? LEAST_SIDE : LEAST_WIDTH)) checker.fault(place('page', 'zones', name), `page.zones.${name} is too narrow for text: at least ${name === 'side' ? LEAST_SIDE : LEAST_WIDTH} pt.`);
  }
  checkFurniture(template, place, checker);
}

/** A variation that changes the sheet's size inherits heads, feet and cards measured on another. */
function checkFurniture({ page, components, cover }: Template, place: Place, checker: Checker): void {
  // What is inherited is faulty where the variation gave the sheet another size.
  const at = (sized: 'width' | 'height', ...path: string[]): Span => {
    const [own, size] = [place('components', ...path), place('page', sized)];
    return own.file === size.file ? own : size;
  };
  const hint = 'What stands at a fixed place is said anew where the sheet has another size.';
  const down = (y: number, ...path: string[]): void => {
    if (y > page.height) checker.fault(at('height', ...path), `components.${path.join('.')} stands ${round(y)} pt from the top, below the sheet's edge at ${round(page.height)} pt.`, hint);
  };
  for (const { y } of components.head.lines) down(y, 'head', 'lines');
  for (const { y } of components.foot.lines) down(y, 'foot', 'lines');
  if (cover) {
    const { organisation, title, picture, rule, facts } = components.cover;
    for (const [name, y] of Object.entries({ organisation, title, picture, rule: rule.y, facts })) down(y, 'cover', name);
  }
  // What begins a page leaves room below it.
  const half = page.area.y + page.area.height / 2;
  for (const [name, y] of [['title', components.contents.title], ['first', components.contents.first]] as const) if (y > half) checker.fault(at('height', 'contents', name), `components.contents.${name} stands in the lower half of the text: at most ${round(half)} pt from the top.`, hint);
  if (components.opening.title > half) checker.fault(at('height', 'opening', 'title'), `components.opening.title stands in the lower half of the text: at most ${round(half)} pt from the top.`, hint);
  for (const [name, count] of [['two', 2], ['three', 3], ['four', 4]] as const) {
    const [x = 0, width = 0] = components.cards[name];
    if (x + count * width + (count - 1) * components.cards.gutter > page.width + 0.5) checker.fault(at('width', 'cards', name), `components.cards.${name} reaches beyond the sheet.`, hint);
  }
}

const round = (value: number): string => String(Math.round(value));
