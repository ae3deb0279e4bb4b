// Where a thing stands in the source: every node, line and diagnostic carries one from parse to page.

/** A stretch of one source file. Lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Span {
  /** Absolute path of the file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function spanAt(file: string, line = 1, column = 1): Span {
  return { file, line, column, endLine: line, endColumn: column };
}
