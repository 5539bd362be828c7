import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair, type YAMLError } from 'yaml';
import { nearest } from '#core/shared/nearest.ts';
import type { Place } from '#content/lesson.ts';
import { code } from '#content/words.ts';
import { isPlainMap } from '#content/yaml-schema.ts';
import { placeAt, type Report } from './report.ts';

export type YamlPath = readonly (string | number)[];

/** A piece of YAML inside a file, read, and still knowing where each of its values stands. */
export interface YamlSource {
  readonly value: unknown;
  placeOf(path: YamlPath, part?: 'key' | 'value'): Place;
}

/** Reads the YAML `text` that begins at `start`. Null, after a report, where it is no YAML. */
export function readYaml(text: string, start: Place, report: Report): YamlSource | null {
  const document = parseDocument(text, { prettyErrors: false });
  const doubled = document.errors.filter((error) => error.code === 'DUPLICATE_KEY');
  for (const error of doubled) report(placeAt(start, text, error.pos[0]), describeError(error, text));
  // What follows a first syntax error is mostly its echo.
  const broken = document.errors.find((error) => error.code !== 'DUPLICATE_KEY') ?? document.warnings[0];
  if (broken !== undefined) {
    report(placeAt(start, text, broken.pos[0]), describeError(broken, text));
    return null;
  }
  const value = toPlain(document, (message) => report(start, message));
  if (value === undefined) return null;
  return {
    value,
    placeOf: (path, part = 'value') => placeAt(start, text, offsetOf(document, path, part)),
  };
}

/**
 * Checks what stands at `path` against `schema`; `name` is how messages call it. Null, after a report of every
 * violation at its own key or value, where it does not fit.
 */
export function validate<T>(
  schema: v.GenericSchema<unknown, T>,
  source: YamlSource,
  { path, name }: { readonly path: YamlPath; readonly name: string },
  report: Report,
): T | null {
  const result = v.safeParse(schema, valueAt(source.value, path));
  if (result.success) return result.output;
  const issues = result.issues.map(readIssue);
  for (const issue of issues) {
    if (issue.about === 'missing-key' && issues.some((other) => isMisspelt(issue, other))) continue;
    const whole = [...path, ...issue.path];
    const place = issue.about === 'unknown-key' ? source.placeOf([...whole, issue.key], 'key') : source.placeOf(whole);
    const words = `${describePath(issue.path, name)} ${issue.message}`;
    report(place, words.charAt(0).toUpperCase() + words.slice(1));
  }
  return null;
}

interface SchemaIssue {
  /** To the value that the message is about. */
  readonly path: YamlPath;
  readonly about: 'value' | 'missing-key' | 'unknown-key';
  /** Of the missing or unknown key. */
  readonly key: string;
  readonly message: string;
}

function readIssue({ path, type, message }: v.BaseIssue<unknown>): SchemaIssue {
  const items = path ?? [];
  const keys = items.map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const key = String(keys.at(-1));
  if (items.at(-1)?.origin !== 'key') return { path: keys, about: 'value', key, message };
  return { path: keys.slice(0, -1), about: type === 'raw_check' ? 'unknown-key' : 'missing-key', key, message };
}

/** A key that is missing because it is misspelt is told of once. */
function isMisspelt(missing: SchemaIssue, other: SchemaIssue): boolean {
  const isBeside = JSON.stringify(missing.path) === JSON.stringify(other.path);
  return other.about === 'unknown-key' && isBeside && nearest(other.key, [missing.key]) !== null;
}

function describePath(path: YamlPath, name: string): string {
  const last = path.at(-1);
  if (last === undefined) return name;
  if (typeof last === 'string') return code(last);
  return `item ${last + 1} of ${describePath(path.slice(0, -1), name)}`;
}

function valueAt(value: unknown, [key, ...rest]: YamlPath): unknown {
  if (key === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(key)], rest);
  return isPlainMap(value) ? valueAt(value[key], rest) : undefined;
}

function toPlain(document: Document, complain: (message: string) => void): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    // The library throws for an alias without its anchor, and for aliases that would unfold without end.
    complain(`This is no valid YAML: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

function describeError(error: YAMLError, text: string): string {
  const [from] = error.pos;
  const found = /^[^\s:,\]}]+/.exec(text.slice(from))?.[0];
  if (error.code === 'DUPLICATE_KEY') return `The key ${code(found ?? '')} stands here a second time.`;
  if (error.code === 'MULTIPLE_DOCS') return 'A line of `---` starts a second YAML document; only one is expected.';
  return `This is no valid YAML: ${error.message.replace(/\.?$/, '.')}${adviceOn(error, text)}`;
}

function adviceOn({ code: kind, pos: [from] }: YAMLError, text: string): string {
  if (kind === 'BLOCK_AS_IMPLICIT_KEY') return ' Put text that holds a colon and a space in quotes.';
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1).split('\n', 1)[0] ?? '';
  const [, comparison] = /:\s*([>!]=?\s*[-+.\d]+)/.exec(line) ?? [];
  return comparison === undefined ? '' : ` Put a comparison in quotes: "${comparison}".`;
}

function offsetOf(document: Document, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node, 0);
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const isLast = depth === path.length - 1;
    if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node, offset);
    } else if (isMap(node)) {
      const pair = node.items.find((each) => String(isScalar(each.key) ? each.key.value : each.key) === String(key));
      const keyOffset = startOf(pair?.key, offset);
      node = pair?.value;
      offset = isLast && part === 'key' ? keyOffset : valueOffset(pair, keyOffset);
    }
  }
  return offset;
}

/** A key without a value has an empty node behind its colon; the key is what an author looks for. */
function valueOffset(pair: Pair | undefined, keyOffset: number): number {
  const isEmpty = isScalar(pair?.value) && pair.value.source === '';
  return isEmpty ? keyOffset : startOf(pair?.value, keyOffset);
}

function startOf(node: unknown, otherwise: number): number {
  return (isNode(node) ? node.range?.[0] : null) ?? otherwise;
}
