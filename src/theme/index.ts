// The door of theme/: template folder → Theme.
export type * from './theme.ts';
