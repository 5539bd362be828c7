import { describe, expect, it } from 'vitest';
import { runRequestOf } from './run-request.ts';

describe('what is run', () => {
  it.each([
    ['all of it at a mere cursor', 3, 3, { sql: 'a; b;', start: 0 }],
    ['the selection', 3, 5, { sql: 'b;', start: 3 }],
    ['all of it when only white space is selected', 2, 3, { sql: 'a; b;', start: 0 }],
  ])('is %s', (_, start, end, request) => {
    expect(runRequestOf('a; b;', start, end)).toEqual(request);
  });
});
