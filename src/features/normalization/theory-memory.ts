import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import type { TheoryAnswers, TheoryKind, TheoryQuestion, TheorySubjects } from './theory-question.ts';

/** A question that is the same object as long as it asks the same. */
export interface KnownQuestion<K extends TheoryKind> extends TheoryQuestion<K> {
  readonly key: string;
}

/** So many answers of a kind are kept; who goes back further waits once more. */
const most = 40;

type ByKind = {
  readonly [K in TheoryKind]: {
    readonly questions: Map<string, KnownQuestion<K>>;
    readonly answers: Map<string, TheoryAnswers[K]>;
  };
};

/** What was asked and answered of late. Schemes are compared by what they say: every run of SQL makes new ones. */
export class TheoryMemory {
  readonly #known: ByKind = {
    facts: { questions: new Map(), answers: new Map() },
    cover: { questions: new Map(), answers: new Map() },
    synthesis: { questions: new Map(), answers: new Map() },
    decomposition: { questions: new Map(), answers: new Map() },
    allBcnf: { questions: new Map(), answers: new Map() },
    split: { questions: new Map(), answers: new Map() },
    follows: { questions: new Map(), answers: new Map() },
  };

  questionOf<K extends TheoryKind>(kind: K, scheme: RelationScheme, subject: TheorySubjects[K]): KnownQuestion<K> {
    const plain = plainScheme(scheme);
    const key = JSON.stringify([plain, subject]);
    const { questions } = this.#known[kind];
    return remember(questions, key, questions.get(key) ?? { key, kind, scheme: plain, subject });
  }

  recall<K extends TheoryKind>({ kind, key }: KnownQuestion<K>): TheoryAnswers[K] | null {
    return this.#known[kind].answers.get(key) ?? null;
  }

  keep<K extends TheoryKind>({ kind, key }: KnownQuestion<K>, answer: TheoryAnswers[K]): TheoryAnswers[K] {
    return remember(this.#known[kind].answers, key, answer);
  }
}

function remember<V>(memory: Map<string, V>, key: string, value: V): V {
  // Put at the end anew: what was last asked is last forgotten.
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > most && oldest !== undefined) memory.delete(oldest);
  return value;
}

/** Without what is known of a dependency besides. */
function plainScheme({ attributes, functional, multivalued }: RelationScheme): RelationScheme {
  return { attributes, functional: functional.map(plainDependency), multivalued: multivalued.map(plainDependency) };
}

function plainDependency({ determinant, dependents }: FunctionalDependency): FunctionalDependency {
  return { determinant, dependents };
}
