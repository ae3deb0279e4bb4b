// The trap chapters in `beretning` and in a narrower measure of it.
import { describeTraps } from './trap-suite.ts';

describeTraps('beretning', new Set());
describeTraps('beretning-narrow', new Set());
