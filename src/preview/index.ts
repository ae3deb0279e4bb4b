// The door of preview/: finished editions → pixels and pages for the eye.
export { drawChanges } from './draw-changes.ts';
