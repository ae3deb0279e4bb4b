// The trap chapters in `plain` and in a narrower measure of it.
import { describeTraps } from './trap-suite.ts';

describeTraps('plain', new Set());
describeTraps('plain-narrow', new Set());
