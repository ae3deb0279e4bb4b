// The door of cli/: what the programming interface shares with the command line.
export { writeWhole } from './write-file.ts';
