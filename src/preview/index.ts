// The door of preview/: finished editions → pixels and pages for the eye.
export { drawChanges } from './draw-changes.ts';
export { editorLink, openInBrowser } from './open.ts';
export { startPreview, type Preview, type PreviewDiagnostic, type PreviewOptions, type PreviewState } from './server.ts';
export { describeSheets, findLine, newLines, type Ink, type Mark, type Sheet } from './sheet.ts';
