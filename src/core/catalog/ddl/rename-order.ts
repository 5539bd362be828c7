import { firstFree } from '#core/catalog/given-name.ts';

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * The renamings in an order in which no two things ever have the same name. Where two swap their names, one of them goes by
 * a third name in between. `taken` are the names of what stays as it is called.
 */
export function renameOrder(renamings: readonly Renaming[], taken: readonly string[]): readonly Renaming[] {
  const pending = renamings.filter(({ from, to }) => from !== to);
  const steps: Renaming[] = [];
  while (pending.length > 0) {
    const free = pending.findIndex(({ to }) => !pending.some(({ from }) => from === to));
    const [next] = pending.splice(Math.max(free, 0), 1);
    if (next === undefined) break;
    if (free !== -1) {
      steps.push(next);
      continue;
    }
    const names = [...taken, ...pending.flatMap(({ from, to }) => [from, to])];
    const between = firstFree(
      (number) => `renamed_${number + 1}`,
      (name) => names.includes(name),
    );
    steps.push({ from: next.from, to: between });
    pending.push({ from: between, to: next.to });
  }
  return steps;
}
