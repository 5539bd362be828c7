import { describe, expect, it } from 'vitest';
import { annotations } from './print-report.ts';

describe('annotations', () => {
  it('escape what would end a property or a line', () => {
    const problem = { file: 'a,b:c%.md', line: 3, column: 5, message: '100% of\r\nrows: all, none' };
    const report = { id: 'a', file: problem.file, ok: false, steps: [], problems: [problem], durationMs: 0 };
    expect(annotations(report)).toEqual([
      '::error file=a%2Cb%3Ac%25.md,line=3,col=5::100%25 of%0D%0Arows: all, none',
    ]);
  });
});
