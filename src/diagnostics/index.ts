// Diagnostics as data; open to every room.
export * from './diagnostic.ts';
