// What is wrong with a picture, said once: rule, what happened, what to do.

/** Thrown inside pictures/ and caught at its door, where it becomes a diagnostic at the picture's place in the manuscript. */
export class PictureFault extends Error {
  constructor(readonly rule: string, message: string, readonly hint?: string) {
    super(message);
  }
}

/** A picture that breaks its own format's rules. */
export const unreadable = (why: string, hint?: string): PictureFault => new PictureFault('picture-unreadable', why, hint);
