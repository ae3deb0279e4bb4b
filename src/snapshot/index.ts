// The door of snapshot/: Page[] → layout JSON, the committed snapshot and what differs between two.
export { describeLayout, type Layout, type LayoutBox, type LayoutLine, type LayoutPage } from './layout-json.ts';
export { readSnapshot, writeSnapshot, type Snapshot, type SnapshotFault } from './row.ts';
export { compareBreaks, lastEdition, type LastEdition } from './openings.ts';
export { takeSnapshot } from './take.ts';
export { changedPages, compareSnapshots, type ChangeKind, type LayoutChange, type LayoutDifference } from './compare.ts';
