// The door of publication/: folder → Publication; a git revision of one; the package's own folder.
export type * from './publication.ts';
export { readPublication } from './read-publication.ts';
export { checkOutRevision, type Revision } from './revision.ts';
export { yamlBeyondUse } from './yaml-guard.ts';
export { parseYaml, type ParsedYaml } from './yaml-faults.ts';
export { fileSlug } from './names.ts';
export { packageRoot } from './template.ts';
