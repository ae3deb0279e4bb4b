// Elements → StructTreeRoot with its parent tree, id tree and the link annotations that belong to it.
import type { NodeId } from '../document/index.ts';
import type { TagRole } from '../flow/index.ts';
import { isElement, textOf, type Element, type ElementTree } from './elements.ts';
import type { Group } from './marked.ts';
import { nameTree, type Named } from './name-tree.ts';
import { text, type Dict, type Objects, type PdfValue, type Ref } from './objects.ts';
import { bounds, lineRectangles, type Faces, type Rectangle } from './rectangles.ts';
import { attributes, identifier, NAMESPACE_20_NAME, roleMap, structureType, words } from './roles.ts';

/** A page as the structure sees it. */
export interface StructurePage { readonly dictionary: Ref; readonly height: number }

export interface StructureContext {
  readonly objects: Objects;
  readonly pages: readonly StructurePage[];
  /** Of each page: its marked content, in order. */
  readonly groups: readonly (readonly Group[])[];
  readonly faces: Faces;
  readonly pdf20: boolean;
  /** What a link to an anchor does: /Dest or /A. Undefined where no page has the anchor. */
  goTo(anchor: string): Dict | undefined;
}

/** References of the elements, before they are written: destinations of PDF 2.0 name them. */
export function referElements({ byId }: ElementTree, objects: Objects): ReadonlyMap<NodeId, Ref> {
  return new Map([...byId.keys()].map((id) => [id, objects.ref()]));
}

export function writeStructure(tree: ElementTree, refs: ReadonlyMap<NodeId, Ref>, context: StructureContext): Ref {
  const { objects, pages, groups, pdf20 } = context;
  const root = objects.ref({ Type: 'StructTreeRoot' });
  const namespace = pdf20 ? objects.add({ Type: 'Namespace', NS: text(NAMESPACE_20_NAME) }) : undefined;
  const used = new Set<TagRole>();
  const ids: Named[] = [];
  const owners = new Map<NodeId, Ref>();
  const annotations = new Map<number, Ref[]>();
  const annotated: Ref[] = [];
  const { referred, related } = relate(tree);

  const refOf = (id: NodeId): Ref => {
    const ref = refs.get(id);
    if (ref === undefined) throw new Error(`The structure element "${id}" is not in the file.`);
    return ref;
  };
  const link = (element: Element, ref: Ref): PdfValue[] => {
    const target = element.node.link;
    if (target === undefined) return [];
    const action = 'url' in target ? { A: { S: 'URI', URI: text(asciiAddress(target.url)) } } : context.goTo(target.anchor);
    if (action === undefined) throw broken(element, `leads to "${'anchor' in target ? target.anchor : ''}", which no page has`);
    return lineRectangles(element, context.faces).map((box): PdfValue => {
      const page = pages[box.page];
      if (page === undefined) throw new Error(`No page ${box.page + 1}.`);
      const annotation = objects.add({
        Type: 'Annot', Subtype: 'Link', Rect: pdfBox(box, page.height), Border: [0, 0, 0], F: 4,
        Contents: text(element.node.alt ?? (textOf(element).trim() || ('url' in target ? target.url : target.anchor))),
        P: page.dictionary,
        // Keys 0 … pages − 1 are the pages'.
        StructParent: pages.length + annotated.length,
        ...action,
      });
      annotated.push(ref);
      const onPage = annotations.get(box.page);
      if (onPage) onPage.push(annotation);
      else annotations.set(box.page, [annotation]);
      return { Type: 'OBJR', Obj: annotation, Pg: page.dictionary };
    });
  };

  const write = (element: Element, parent: Ref): Ref => {
    const { node } = element;
    const ref = refOf(node.id);
    const type = structureType(node.role, pdf20, rolesAround(element));
    used.add(node.role);
    const kids: PdfValue[] = [];
    let home: number | undefined;
    for (const kid of element.kids) {
      if (isElement(kid)) kids.push(write(kid, ref));
      else {
        home ??= kid.page;
        kids.push(kid.page === home ? kid.mcid : { Type: 'MCR', Pg: pages[kid.page]?.dictionary, MCID: kid.mcid });
      }
    }
    if (element.kids.some((kid) => !isElement(kid))) owners.set(node.id, ref);
    kids.push(...link(element, ref));
    const box = node.role === 'Figure' || node.role === 'Formula' ? bounds(element, context.faces) : undefined;
    const attribute = attributes(node, pdf20, box && pdfBox(box, pages[box.page]?.height ?? 0));
    const named = node.role === 'Note' || referred.has(node.id);
    if (named) ids.push({ name: identifier(node.id), value: ref });
    Object.assign(ref.data, {
      S: type.name,
      P: parent,
      K: kids.length === 1 ? kids[0] : kids,
      ...(home === undefined ? {} : { Pg: pages[home]?.dictionary }),
      ...(attribute.length === 0 ? {} : { A: attribute.length === 1 ? attribute[0] : attribute }),
      ...(named ? { ID: text(identifier(node.id)) } : {}),
      ...(type.pdf20 ? { NS: namespace } : {}),
      ...(node.role === 'Figure' || node.role === 'Formula' ? { Alt: text(alternative(element)) } : {}),
      ...(pdf20 && related.has(node.id) ? { Ref: (related.get(node.id) ?? []).map(refOf) } : {}),
      ...words(node),
    });
    return ref;
  };

  const top = write(tree.root, root);
  for (const ref of refs.values()) ref.end();

  const numbers: PdfValue[] = [];
  groups.forEach((page, n) => {
    const marked = page.filter((group) => group.tag !== undefined);
    if (marked.length === 0) return;
    numbers.push(n, marked.map((group) => owners.get(group.tag ?? '') ?? null));
    const dictionary = pages[n]?.dictionary;
    if (dictionary) dictionary.data.StructParents = n;
  });
  annotated.forEach((ref, n) => numbers.push(pages.length + n, ref));
  for (const [page, list] of annotations) {
    const dictionary = pages[page]?.dictionary;
    if (dictionary) dictionary.data.Annots = list;
  }

  const roles = pdf20 ? {} : roleMap(used);
  Object.assign(root.data, {
    K: [top],
    ParentTree: objects.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length + annotated.length,
    ...(Object.keys(roles).length > 0 ? { RoleMap: roles } : {}),
    ...(ids.length > 0 ? { IDTree: objects.add(nameTree(ids)) } : {}),
    ...(namespace ? { Namespaces: [namespace] } : {}),
  });
  root.end();
  return root;
}

/** Elements that others name, and for each element those that it names: a note names its marks in turn (PDF/UA-2, 8.2.5.14). */
function relate({ byId }: ElementTree): { readonly referred: ReadonlySet<NodeId>; readonly related: ReadonlyMap<NodeId, readonly NodeId[]> } {
  const referred = new Set<NodeId>();
  const related = new Map<NodeId, NodeId[]>();
  const relation = (from: NodeId, to: NodeId): void => {
    const known = related.get(from) ?? [];
    if (!known.includes(to)) related.set(from, [...known, to]);
  };
  for (const { node } of byId.values()) {
    const target = node.ref === undefined ? undefined : byId.get(node.ref)?.node;
    if (target === undefined) continue;
    referred.add(target.id);
    relation(node.id, target.id);
    if (target.role === 'Note') relation(target.id, node.id);
  }
  return { referred, related };
}

/** What stands for a figure: what the manuscript says, else the words in it, else where its link leads. */
function alternative(element: Element): string {
  for (const said of [element.node.alt, textOf(element), linkOf(element)]) if (said !== undefined && said.trim() !== '') return said.trim();
  throw broken(element, 'has no alternative text');
}

function rolesAround({ parent }: Element): TagRole[] {
  const roles: TagRole[] = [];
  for (let around = parent; around !== undefined; around = around.parent) roles.push(around.node.role);
  return roles;
}

function linkOf(element: Element): string | undefined {
  const { parent } = element;
  if (parent === undefined) return undefined;
  const target = parent.node.link;
  if (target === undefined) return linkOf(parent);
  return parent.node.alt ?? ('url' in target ? target.url : target.anchor);
}

const broken = ({ node: { role, id, span } }: Element, what: string): Error =>
  new Error(`The ${role} "${id}" ${what} (${span.file}:${span.line}:${span.column}).`);

/** PDF counts from the page's bottom left. */
function pdfBox(box: Rectangle, height: number): number[] {
  return [box.x0, height - box.y1, box.x1, height - box.y0].map((value) => Math.round(value * 100) / 100);
}

/** A URI is ASCII (RFC 3986); what the manuscript writes in letters is encoded as browsers do. */
function asciiAddress(url: string): string {
  return url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')));
}
