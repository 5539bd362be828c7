import type { Code } from 'mdast';
import type { Place } from '#content/lesson.ts';
import { didYouMean } from '#content/nearest.ts';
import { code as quoted, codeList } from '#content/words.ts';
import { placeOfNode } from './markdown-tree.ts';
import type { Report } from './report.ts';

const rolesOf = {
  sql: ['setup', 'try', 'starter', 'solution', 'right', 'wrong'],
  yaml: ['check', 'quiz', 'lab'],
} as const;

export type FenceRole = (typeof rolesOf)[keyof typeof rolesOf][number];

/** A fenced block that does some of the lesson's work. */
export interface Fence {
  readonly role: FenceRole;
  readonly text: string;
  /** Where the opening line stands. */
  readonly opening: Place;
  /** Where the first line of its text stands. */
  readonly place: Place;
  /** The value of the attribute that this role may have, or null. */
  readonly attribute: string | null;
}

const attributeOf: Partial<Record<FenceRole, string>> = { try: 'fails', wrong: 'says' };

/**
 * What the words after a fence's language make of it: a fence with a role, 'shown' for one that is only to be read, or
 * 'wrong' after a report.
 */
export function readFence(node: Code, lines: readonly string[], report: Report): Fence | 'shown' | 'wrong' {
  const opening = placeOfNode(node);
  const info = infoAt(opening, lines[opening.line - 1] ?? '');
  const [language, role, ...attributes] = info;
  if (language === undefined) return 'shown';
  const roles = isRoleLanguage(language.word) ? rolesOf[language.word] : null;
  const misplaced = [language, role].find((token) => token !== undefined && languageOfRole(token.word) !== null);
  if (roles === null || role === undefined) {
    if (misplaced === undefined) return 'shown';
    const expected = languageOfRole(misplaced.word) ?? '';
    report(
      misplaced.place,
      `The role ${quoted(misplaced.word)} belongs to a fence that opens with ${quoted(`${expected} ${misplaced.word}`)}; found ${quoted(info.map(({ word }) => word).join(' '))}.`,
    );
    return 'wrong';
  }
  const known = roles.find((each) => each === role.word);
  if (known === undefined) {
    const other = languageOfRole(role.word);
    const advice =
      other === null ? didYouMean(role.word, roles) : ` The role ${quoted(role.word)} belongs to ${quoted(other)}.`;
    report(
      role.place,
      `A fence of ${quoted(language.word)} has no role ${quoted(role.word)}; it may be ${codeList(roles, 'or')}.${advice}`,
    );
    return 'wrong';
  }
  return {
    role: known,
    text: node.value,
    opening,
    place: { line: opening.line + 1, column: opening.column },
    attribute: readAttribute(known, attributes, report),
  };
}

interface Token {
  readonly word: string;
  readonly place: Place;
}

/** The words of the opening line after its mark; one in quotes, and an attribute with its value, count as one word. */
function infoAt(opening: Place, line: string): readonly Token[] {
  const start = opening.column - 1 + (/^(`+|~+)/.exec(line.slice(opening.column - 1))?.[0].length ?? 0);
  return [...line.slice(start).matchAll(/[^\s"'=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"']*))?|\S+/g)].map((match) => ({
    word: match[0],
    place: { line: opening.line, column: start + match.index + 1 },
  }));
}

function readAttribute(role: FenceRole, tokens: readonly Token[], report: Report): string | null {
  let value: string | null = null;
  for (const { word, place } of tokens) {
    const [name = '', spelled = ''] = word.split(/=(.*)/s);
    const complaint = complaintAbout(role, word, name, spelled);
    if (complaint !== null) report(place, complaint);
    else if (value !== null) report(place, `${quoted(name)} stands here a second time.`);
    else value = spelled.slice(1, -1);
  }
  return value;
}

function complaintAbout(role: FenceRole, word: string, name: string, spelled: string): string | null {
  const allowed = attributeOf[role];
  if (allowed === undefined) return `Nothing may stand behind the role ${quoted(role)}; found ${quoted(word)}.`;
  const usage = quoted(`${allowed}="…"`);
  if (name !== allowed) {
    return `Behind the role ${quoted(role)} may stand ${usage}; found ${quoted(name)}.${didYouMean(name, [allowed])}`;
  }
  if (!/^(".*"|'.*')$/s.test(spelled)) return `${quoted(name)} needs its value in quotes, as in ${usage}.`;
  if (role === 'try' && !/^.[0-9A-Z]{5}.$/.test(spelled)) {
    return `${quoted(name)} must be a SQLSTATE of five characters such as \`23505\`; found ${spelled}.`;
  }
  if (spelled.slice(1, -1).trim() === '') return `${quoted(name)} is empty; it must hold words, as in ${usage}.`;
  return null;
}

function isRoleLanguage(word: string): word is keyof typeof rolesOf {
  return Object.hasOwn(rolesOf, word);
}

function languageOfRole(word: string): keyof typeof rolesOf | null {
  const roles: Record<string, readonly string[]> = rolesOf;
  return (['sql', 'yaml'] as const).find((language) => roles[language]?.includes(word)) ?? null;
}
