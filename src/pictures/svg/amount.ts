// How much a drawing has drawn → a fault where it would draw for hours, or more than a reader of the PDF can paint.
import type { PathSegment } from '../artwork.ts';
import { PictureFault } from '../fault.ts';

/** Uses of uses multiply: ten of ten of ten … */
const MOST_USES = 50_000;
const MOST_SHAPES = 200_000;
/** A large path used often multiplies too. */
const MOST_POINTS = 2_000_000;

export class Amount {
  uses = 0;
  private shapes = 0;
  private points = 0;

  countUse(times = 1): void {
    this.uses += times;
    if (this.uses > MOST_USES) throw tooLarge(`it uses its parts more than ${MOST_USES} times.`);
  }

  countShape(): void {
    this.shapes += 1;
    if (this.shapes > MOST_SHAPES) throw tooLarge(`it draws more than ${MOST_SHAPES} shapes.`);
  }

  countPoints(path: readonly PathSegment[]): void {
    this.points += path.length;
    if (this.points > MOST_POINTS) throw tooLarge(`it draws paths of more than ${MOST_POINTS} points.`);
  }
}

const tooLarge = (why: string): PictureFault => new PictureFault('picture-too-large', why, 'Simplify the drawing.');
