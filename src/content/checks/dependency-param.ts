import { readDependencies, writeDependency, type WrittenDependency } from '#core/relational/dependency-text.ts';
import { code } from '#content/words.ts';
import { mustBe, text } from '#content/yaml-schema.ts';
import * as v from 'valibot';

const expectation = 'a dependency such as `order_id, product_id -> price`, or `course ->> teacher`';

/** One dependency, as an author writes it in YAML. */
export const dependencyParam = v.pipe(
  text,
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const read = readOne(value);
    if (typeof read !== 'string') return read;
    addIssue({ message: `${mustBe(expectation)({ input: value })}${read === '' ? '' : ` ${read}`}` });
    return NEVER;
  }),
);

/** The dependency, or what is wrong with it. */
function readOne(source: string): WrittenDependency | string {
  const { dependencies, problems } = readDependencies(source, null);
  const [dependency, second] = dependencies;
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error !== undefined) return error.message;
  if (second !== undefined) return 'Give each dependency an item of its own.';
  return dependency ?? problems[0]?.message ?? '';
}

/** In backticks. */
export function written(dependency: WrittenDependency): string {
  return code(writeDependency(dependency));
}
