import { element } from './element.js';

/*
 * What sets the two models apart.
 */

const MODELS = {
  conserved: 'Conserved: each side sums to open interest, because positions also close by themselves.',
  opened: 'Opened, the popular map: a level stays until price passes through it, so it shows more than is still open.',
};

/** The sentence about the model that is shown. */
export const modelSentence = (model) => element('p', { class: 'small' }, MODELS[model]);
