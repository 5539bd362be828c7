import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import type { TheoryAnswers, TheoryKind, TheoryQuestion } from './theory-question.ts';

/** A question that is the same object as long as it asks the same. */
export interface KnownQuestion<K extends TheoryKind = TheoryKind> extends TheoryQuestion<K> {
  readonly key: string;
}

/** So many answers are kept; who goes back further waits once more. */
const most = 60;

/** What was asked and answered of late. Schemes are compared by what they say: every run of SQL makes new ones. */
export class TheoryMemory {
  readonly #questions = new Map<string, KnownQuestion>();
  readonly #answers: { readonly [K in TheoryKind]: Map<string, TheoryAnswers[K]> } = {
    facts: new Map(),
    cover: new Map(),
  };

  questionOf(kind: TheoryKind, scheme: RelationScheme): KnownQuestion {
    const plain = plainScheme(scheme);
    const key = JSON.stringify([kind, plain]);
    const known = this.#questions.get(key) ?? { key, kind, scheme: plain };
    remember(this.#questions, key, known);
    return known;
  }

  recall<K extends TheoryKind>(kind: K, key: string): TheoryAnswers[K] | null {
    return this.#answers[kind].get(key) ?? null;
  }

  keep<K extends TheoryKind>(kind: K, key: string, answer: TheoryAnswers[K]): TheoryAnswers[K] {
    remember(this.#answers[kind], key, answer);
    return answer;
  }
}

function remember<V>(memory: Map<string, V>, key: string, value: V): void {
  // Put at the end anew: what was last asked is last forgotten.
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > most && oldest !== undefined) memory.delete(oldest);
}

/** Without what is known of a dependency besides. */
function plainScheme({ attributes, functional, multivalued }: RelationScheme): RelationScheme {
  return { attributes, functional: functional.map(plainDependency), multivalued: multivalued.map(plainDependency) };
}

function plainDependency({ determinant, dependents }: FunctionalDependency): FunctionalDependency {
  return { determinant, dependents };
}
