// What the finished pages tell the flow: contents, page references and "af 40" are set from it.

/** What a page tells the flow about the whole: the fixed point that `settle` looks for. */
export interface PageFacts {
  readonly pages: number;
  /** Page number of each anchor. */
  readonly pageOf: ReadonlyMap<string, number>;
}
