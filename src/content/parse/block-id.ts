import * as v from 'valibot';
import { mustBe, text } from '#content/yaml-schema.ts';
import { isEverywhere } from './id-everywhere.ts';

/** The id of a block, by which what a learner does with it is kept. */
export const blockId = v.pipe(
  text,
  v.regex(/^[\w-]+$/, mustBe('an id of letters, digits, hyphens and underscores')),
  v.check((id) => !isEverywhere(id), mustBe('an id that JavaScript does not keep for itself')),
);
