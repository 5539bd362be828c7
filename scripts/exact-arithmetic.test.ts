import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A seed gives the same bytes on every engine only where nothing is computed in which engines may differ. Lint refuses the
 * functions of Math by their names; that no power is hidden in `**`, and no function behind another name for Math, is
 * looked for here, since oxlint has no rule for it.
 */
const folders = ['src/core', 'src/content/labs'];

const inexact =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'.split(
    ' ',
  );

/** What every engine computes alike: the standard leaves no choice. */
const exact = ['sqrt', 'floor', 'ceil', 'trunc', 'round', 'fround', 'imul', 'clz32', 'abs', 'sign', 'min', 'max'];

/** What stands in a source that may be computed differently elsewhere, as `line: text`. */
function inexactParts(source: string): readonly string[] {
  const found: string[] = [];
  walk(parseAst(source, { lang: 'ts' }), null, (node, parent) => {
    if (isOfPower(node) && !isPowerOfTwo(node)) found.push(partOf(source, node));
    if (isMath(node) && !(parent?.['type'] === 'MemberExpression' && parent['object'] === node)) {
      found.push(partOf(source, parent ?? node));
    }
  });
  return found;
}

type SyntaxNode = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function walk(
  value: unknown,
  parent: SyntaxNode | null,
  visit: (node: SyntaxNode, parent: SyntaxNode | null) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, parent, visit);
  } else if (isNode(value)) {
    if ('type' in value) visit(value, parent);
    for (const child of Object.values(value)) walk(child, value, visit);
  }
}

function isOfPower({ operator }: SyntaxNode): boolean {
  return operator === '**' || operator === '**=';
}

function isMath({ type, name, value }: SyntaxNode): boolean {
  return (type === 'Identifier' && name === 'Math') || (type === 'Literal' && value === 'Math');
}

/** 2 to a whole number as it stands, such as 2 ** -53: every engine has it exactly. */
function isPowerOfTwo({ left, right }: SyntaxNode): boolean {
  return numberIn(left) === 2 && Number.isInteger(numberIn(right));
}

function numberIn(value: unknown): number {
  if (!isNode(value)) return NaN;
  if (value['type'] === 'UnaryExpression' && value['operator'] === '-') return -numberIn(value['argument']);
  return typeof value['value'] === 'number' ? value['value'] : NaN;
}

function partOf(source: string, { start, end }: SyntaxNode): string {
  return `${source.slice(0, Number(start)).split('\n').length}: ${source.slice(Number(start), Number(end))}`;
}

const house = mkdtempSync(join(tmpdir(), 'rowhouse-exact-'));
let complaints: readonly { readonly filename: string; readonly code: string; readonly message: string }[] = [];

beforeAll(async () => {
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(resolve(file), join(house, file));
  }
  const planted = [...inexact, 'random', ...exact].flatMap((name) =>
    [...folders, 'src/ui'].map((folder) => [
      join(house, folder, `${name}.ts`),
      `export const x = Math.${name}(2, 3);\n`,
    ]),
  );
  for (const [file = '', source = ''] of planted) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
  const output = await new Promise<string>((done) => {
    execFile(
      resolve('node_modules/.bin/oxlint'),
      ['--format', 'json'],
      { cwd: house, maxBuffer: 2 ** 26 },
      (_, stdout) => done(stdout),
    );
  });
  complaints = (JSON.parse(output) as { readonly diagnostics: typeof complaints }).diagnostics;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function refused(file: string): boolean {
  return complaints.some(({ filename, code }) => filename === file && code.includes('no-restricted-properties'));
}

describe.each(folders)('in %s', (folder) => {
  it('lint refuses the functions in which engines may differ, and chance without a seed', () => {
    expect([...inexact, 'random'].filter((name) => !refused(`${folder}/${name}.ts`))).toEqual([]);
  });

  it('lint accepts the functions that are exact', () => {
    expect(exact.filter((name) => refused(`${folder}/${name}.ts`))).toEqual([]);
  });

  it('no power and no other name for Math is found', () => {
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?|(^|\/)test-[^/]*)$/.test(file))
      .map((file) => join(folder, file));
    expect(sources.length).toBeGreaterThan(2);
    const found = sources.flatMap((file) => inexactParts(readFileSync(file, 'utf8')).map((part) => `${file}:${part}`));
    expect(found).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('lint leaves Math alone: a view may turn by a sine', () => {
    expect(inexact.filter((name) => refused(`src/ui/${name}.ts`))).toEqual([]);
  });
});

describe('what is planted', () => {
  it.each([
    ['const y = x ** 2;', '1: x ** 2'],
    ['const y = 1;\nconst z = 2 ** y;', '2: 2 ** y'],
    ['let y = 3; y **= 2;', '1: y **= 2'],
    ['const y = 2 ** 0.5;', '1: 2 ** 0.5'],
    ['const y = 10 ** -308;', '1: 10 ** -308'],
    ['const m = Math;', '1: m = Math'],
    ['const { exp } = Math;', '1: { exp } = Math'],
    ['globalThis.Math.exp(1);', '1: globalThis.Math'],
    ["globalThis['Math'].exp(1);", "1: globalThis['Math']"],
    ['draw(Math);', '1: draw(Math)'],
    ['const y = (z as number) ** (2 as const);', '1: (z as number) ** (2 as const)'],
  ])('is found in %j', (source, part) => {
    expect(inexactParts(source)).toEqual([part]);
  });

  it.each([
    'const y = 2 ** -53 + 2 ** 53;',
    'const y = Math.sqrt(2) + Math.floor(x) * Math.PI;',
    '// a ** b, Math',
    'const text = "a ** b" + `${x} ** 2`;',
    'interface A { readonly b: number }',
  ])('is not found in %j', (source) => {
    expect(inexactParts(source)).toEqual([]);
  });
});
