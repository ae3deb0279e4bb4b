// A block's kind → whether it is text or has rules, bars or pictures of its own, and how narrow text may be set.
import type { Block } from '../document/index.ts';

const TEXT: readonly Block['kind'][] = ['paragraph', 'list', 'heading', 'lead', 'lang', 'group'];

/** What has ink of its own about it: it keeps the distance from a title or a bar that it keeps from text. */
export const isComponent = (block: Block | undefined): boolean => block !== undefined && !TEXT.includes(block.kind);

/** Of fewer ems a line holds a word or two and cannot be read: cards and columns then stand under each other. */
export const LEAST_EMS = 9;
/** Where the manuscript itself asks for as many, or a title stands beside a code: the least that holds a word. */
export const LEAST_ASKED_EMS = 6;
