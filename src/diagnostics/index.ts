// Diagnostics as data; open to every room.
export * from './diagnostic.ts';
export { toJson, writeGithub, writeText, type JsonDiagnostic } from './write.ts';
