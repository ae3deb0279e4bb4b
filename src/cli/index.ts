// The door of cli/: what the programming interface shares with the command line.
export { makeFolder, writePdf, writeWhole } from './write-file.ts';
