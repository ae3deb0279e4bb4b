// The door of theme/: template folder → Theme.
export type * from './theme.ts';
export type { Components } from './components-shape.ts';
export type { Labels } from './labels-shape.ts';
export { contrast, LEAST_MARK_CONTRAST, leastContrast } from './contrast.ts';
export { ROLES, type Role } from './roles.ts';
export { labelsOf } from './labels.ts';
export { loadTheme } from './load-theme.ts';
export { KeptTheme } from './kept-theme.ts';
export { templateReference } from './reference.ts';
export { templateSchema } from './json-schema.ts';
