import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.ts';

const columns = ['id', 'zip', 'city', 'street'];

const report = {
  uniques: [[0], [1, 3]],
  exact: [
    { determinant: [], dependent: 2, brokenBy: 0 },
    { determinant: [0], dependent: 1, brokenBy: 0 },
    { determinant: [1], dependent: 2, brokenBy: 0 },
    { determinant: [0], dependent: 3, brokenBy: 0 },
    { determinant: [1], dependent: 3, brokenBy: 0 },
  ],
  nearly: [
    { determinant: [2], dependent: 3, brokenBy: 4 },
    { determinant: [2, 3], dependent: 1, brokenBy: 1 },
  ],
};

describe('findings', () => {
  it('say what answers for them: the table, the learner, or only the rows', () => {
    const declared = [{ determinant: ['id'], dependents: ['zip', 'city', 'street'] }];
    const stated = [{ determinant: ['zip'], dependents: ['city'] }];
    const { uniques, exact, nearly } = findingsOf(report, columns, { declared, stated });
    expect(uniques.map(({ determinant, ground }) => [determinant.join(), ground])).toEqual([
      ['id', 'declared'],
      ['zip,street', 'rows'],
    ]);
    expect(exact.map(({ determinant, dependents, ground }) => [determinant.join(), dependents.join(), ground])).toEqual(
      [
        ['', 'city', 'rows'],
        ['id', 'zip,street', 'declared'],
        ['zip', 'city', 'stated'],
        ['zip', 'street', 'rows'],
      ],
    );
    expect(
      nearly.map(({ determinant, dependents, brokenBy }) => [determinant.join(), dependents.join(), brokenBy]),
    ).toEqual([
      ['city', 'street', 4],
      ['city,street', 'zip', 1],
    ]);
  });

  it('count a conclusion from what is stated and declared as stated', () => {
    const known = {
      declared: [{ determinant: ['city'], dependents: ['street'] }],
      stated: [{ determinant: ['zip'], dependents: ['city'] }],
    };
    const found = { ...report, uniques: [], nearly: [], exact: [{ determinant: [1], dependent: 3, brokenBy: 0 }] };
    expect(findingsOf(found, columns, known).exact.map(({ ground }) => ground)).toEqual(['stated']);
  });
});
