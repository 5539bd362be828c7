import { describe, expect, it } from 'vitest';
import type { LabValues } from '#content/labs/lab-card.ts';
import { checkValue, checkValues, exampleValues } from '#content/labs/lab-values.ts';
import { readLabAddress, writeLabAddress } from '#content/labs/lab-address.ts';
import { parameterText } from '#content/labs/parameter-text.ts';
import { normalizationCard } from './normalization-card.ts';
import { mostAttributes } from './read-attributes.ts';

const problems = (values: Readonly<Record<string, unknown>>) =>
  checkValues(normalizationCard, { attributes: 'a, b, c', dependencies: '', meant: '', ...values }).problems;

const field = (path: string) => {
  const found = normalizationCard.fields.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no field ${path}`);
  return found;
};

describe('the attributes of a relation on paper', () => {
  it.each([
    ['a, b ,c', 'a, b ,c'],
    ['Id, "Order Date", straße', 'Id, "Order Date", straße'],
    [['id', 'Order Date', 'a"b', 'a,b'], 'id, "Order Date", "a""b", "a,b"'],
  ])('are taken from %j', (given, text) => {
    expect(checkValue(field('attributes'), given)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['', 'must be names with commas between them; found nothing'],
    ['a b', 'must be names with commas between them; one is missing before `b`'],
    ['a,, b', 'must be names with commas between them; found `,` after `a`'],
    [', a', 'must be names with commas between them; found `,` before any name'],
    ['a, b,', 'must be names with commas between them; nothing stands after the last comma'],
    ['a, b -> c', 'must be names with commas between them; found `->` after `b`'],
    ['a, 1b', 'must be names with commas between them; `1` is none: put such names in double quotes'],
    ['a, b, A', 'must name each attribute once; `a` is there twice'],
    [[], 'must be names with commas between them; found nothing'],
    [['a', 1], 'must be a list of names, or one text; found a list with `1` in it'],
    [['a', null], 'must be a list of names, or one text; found a list with nothing in it'],
    [7, 'must be a list of names, or one text; found `7`'],
    [{ a: 1 }, 'must be a list of names, or one text; found a map'],
    [
      Array.from({ length: mostAttributes + 1 }, (_, index) => `c${index}`).join(','),
      'must be at most 100 names; found 101',
    ],
    ['x'.repeat(10_001), 'must have at most 10,000 characters; found 10,001'],
  ])('are not %j', (given, message) => {
    expect(problems({ attributes: given })).toEqual([{ path: 'attributes', message }]);
  });

  it('may be as many as sixty, and one', () => {
    expect(problems({ attributes: Array.from({ length: 60 }, (_, index) => `c${index}`) })).toEqual([]);
    expect(problems({ attributes: 'a' })).toEqual([]);
  });
});

describe('the dependencies of a relation on paper', () => {
  it('may be a list or lines, and none', () => {
    expect(checkValue(field('dependencies'), ['a -> b', 'b -> c'])).toEqual({ ok: true, value: 'a -> b\nb -> c' });
    expect(checkValue(field('dependencies'), [])).toEqual({ ok: true, value: '' });
    expect(problems({ dependencies: ' \n\n' })).toEqual([]);
  });

  it('stay as they were typed: somebody goes on typing', () => {
    const typed = 'a  ->b\n';
    expect(checkValues(normalizationCard, { dependencies: typed }).values['dependencies']).toBe(typed);
  });

  it.each([
    ['id -> dya', 'cannot be read: There is no attribute `dya`. Did you mean `day`?', 1],
    ['id -> day\n\nDAY -> vann', 'cannot be read in line 3: There is no attribute `vann`. Did you mean `van`?', 3],
    [
      'id -> day\n-> van',
      'cannot be read in line 2: Nothing stands left of the arrow. For a value that all rows share write `{}` there.',
      2,
    ],
    ['id ->', 'cannot be read: Nothing stands right of the arrow.', 1],
    ['id, day', 'cannot be read: There is no arrow here. Write what determines on its left: `a, b -> c`.', 1],
    [
      'id -> day, 7',
      'cannot be read: `7` has no place here. Names stand between commas, an arrow is `->` or `->>`.',
      1,
    ],
  ])('are not %j', (dependencies, message, line) => {
    expect(problems({ attributes: 'id, day, van', dependencies })).toEqual([{ path: 'dependencies', message, line }]);
  });

  it('have to be sound in what a lesson means, too', () => {
    expect(problems({ meant: 'a -> b\nb' })).toMatchObject([{ path: 'meant', line: 2 }]);
  });

  it('are told of before the attributes only where these are sound', () => {
    expect(problems({ attributes: 'a,', dependencies: 'a -> d' }).map(({ path }) => path)).toEqual(['attributes']);
  });

  it('are read with arrows', () => {
    expect(parameterText(field('dependencies'), 'a ,b->c\n\na ->> "b->c"')).toBe('a, b → c; a ↠ "b->c"');
    expect(parameterText(field('dependencies'), '')).toBe('none');
    expect(parameterText(field('attributes'), ' a,\n b')).toBe('a, b');
  });
});

describe('a link to a relation on paper', () => {
  const link = (values: LabValues) =>
    new URLSearchParams(
      writeLabAddress(normalizationCard, {
        values: { ...exampleValues(normalizationCard), ...values },
        seed: 1,
        at: null,
        fork: null,
      }),
    ).toString();

  it('carries the text, lines and all', () => {
    const values = { attributes: 'a, "b c"', dependencies: 'a -> "b c"\n"b c" -> a' };
    const { address, problems: found } = readLabAddress(normalizationCard, new URLSearchParams(link(values)));
    expect(found).toEqual([]);
    expect(address.values).toMatchObject(values);
  });

  it('gives away nothing of what a lesson means', () => {
    expect(link({ meant: 'order_id -> price' })).toBe('');
  });

  it('says what is wrong in it', () => {
    const { problems: found } = readLabAddress(normalizationCard, [['dependencies', 'a -> b']]);
    expect(found).toMatchObject([{ path: 'dependencies', message: 'cannot be read: There is no attribute `a`.' }]);
  });
});
