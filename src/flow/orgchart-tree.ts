// A tree of boxes of one width → where each stands across: as narrow as can be, parents over the middle of their children.
// Buchheim, Jünger and Leipert, "Improving Walker's Algorithm to Run in Linear Time", Graph Drawing 2002.

export interface TreeNode { readonly children: readonly TreeNode[] }

interface Walk {
  readonly node: TreeNode;
  readonly parent: Walk | undefined;
  /** Index among its brothers. */
  readonly number: number;
  readonly children: Walk[];
  prelim: number;
  mod: number;
  change: number;
  shift: number;
  thread: Walk | undefined;
  ancestor: Walk;
}

/** Centres, the leftmost at 0; neighbours on a level stand `distance` apart, centre to centre. */
export function layOutTree(root: TreeNode, distance: number): ReadonlyMap<TreeNode, number> {
  const top = prepare(root, undefined, 0);
  firstWalk(top, distance);
  const centres = new Map<TreeNode, number>();
  secondWalk(top, -top.prelim, centres);
  const left = Math.min(...centres.values());
  for (const [node, x] of centres) centres.set(node, x - left);
  return centres;
}

function prepare(node: TreeNode, parent: Walk | undefined, number: number): Walk {
  const walk = { node, parent, number, children: [], prelim: 0, mod: 0, change: 0, shift: 0, thread: undefined } as unknown as Walk;
  walk.ancestor = walk;
  node.children.forEach((child, index) => walk.children.push(prepare(child, walk, index)));
  return walk;
}

function firstWalk(v: Walk, distance: number): void {
  const left = v.parent?.children[v.number - 1];
  const first = v.children[0];
  const last = v.children[v.children.length - 1];
  if (!first || !last) {
    v.prelim = left ? left.prelim + distance : 0;
    return;
  }
  let defaultAncestor = first;
  for (const child of v.children) {
    firstWalk(child, distance);
    defaultAncestor = apportion(child, defaultAncestor, distance);
  }
  executeShifts(v);
  const midpoint = (first.prelim + last.prelim) / 2;
  if (left) {
    v.prelim = left.prelim + distance;
    v.mod = v.prelim - midpoint;
  } else v.prelim = midpoint;
}

/** Moves the subtree of `v` clear of everything left of it, following both contours down. */
function apportion(v: Walk, defaultAncestor: Walk, distance: number): Walk {
  const w = v.parent?.children[v.number - 1];
  if (!w) return defaultAncestor;
  let insideRight = v;
  let outsideRight = v;
  let insideLeft = w;
  let outsideLeft = v.parent?.children[0] ?? v;
  let [sumInRight, sumOutRight, sumInLeft, sumOutLeft] = [insideRight.mod, outsideRight.mod, insideLeft.mod, outsideLeft.mod];
  let nextLeft = nextRight(insideLeft);
  let next = nextOnLeft(insideRight);
  while (nextLeft && next) {
    insideLeft = nextLeft;
    insideRight = next;
    outsideLeft = nextOnLeft(outsideLeft) ?? outsideLeft;
    outsideRight = nextRight(outsideRight) ?? outsideRight;
    outsideRight.ancestor = v;
    const shift = insideLeft.prelim + sumInLeft - (insideRight.prelim + sumInRight) + distance;
    if (shift > 0) {
      moveSubtree(insideLeft.ancestor.parent === v.parent ? insideLeft.ancestor : defaultAncestor, v, shift);
      sumInRight += shift;
      sumOutRight += shift;
    }
    sumInLeft += insideLeft.mod;
    sumInRight += insideRight.mod;
    sumOutLeft += outsideLeft.mod;
    sumOutRight += outsideRight.mod;
    nextLeft = nextRight(insideLeft);
    next = nextOnLeft(insideRight);
  }
  if (nextLeft && !nextRight(outsideRight)) {
    outsideRight.thread = nextLeft;
    outsideRight.mod += sumInLeft - sumOutRight;
  }
  if (next && !nextOnLeft(outsideLeft)) {
    outsideLeft.thread = next;
    outsideLeft.mod += sumInRight - sumOutLeft;
    return v;
  }
  return defaultAncestor;
}

const nextOnLeft = (v: Walk): Walk | undefined => v.children[0] ?? v.thread;
const nextRight = (v: Walk): Walk | undefined => v.children[v.children.length - 1] ?? v.thread;

function moveSubtree(from: Walk, to: Walk, shift: number): void {
  const subtrees = to.number - from.number;
  to.change -= shift / subtrees;
  to.shift += shift;
  from.change += shift / subtrees;
  to.prelim += shift;
  to.mod += shift;
}

function executeShifts(v: Walk): void {
  let shift = 0;
  let change = 0;
  for (let index = v.children.length - 1; index >= 0; index -= 1) {
    const w = v.children[index];
    if (!w) continue;
    w.prelim += shift;
    w.mod += shift;
    change += w.change;
    shift += w.shift + change;
  }
}

function secondWalk(v: Walk, m: number, centres: Map<TreeNode, number>): void {
  centres.set(v.node, v.prelim + m);
  for (const child of v.children) secondWalk(child, m + v.mod, centres);
}
