import type { LessonBundle } from '#content/lesson.ts';
import {
  keptLesson,
  lessonKeyOf,
  shelfContents,
  type FoundKept,
  type KeptCircumstances,
  type KeptLesson,
} from './kept-lesson.ts';
import type { DatabaseVault, Shelf, ShelfCondition, ShelfEvent } from '#state/services.ts';

/** What an earlier visit, or another tab, has left of a lesson. */
export interface FoundLesson {
  readonly condition: ShelfCondition;
  readonly kept: FoundKept | null;
}

/** What the page knows of the database, and the database does not. */
export type PageCircumstances = Omit<KeptCircumstances, 'lessonKey'>;

/** Keeps one lesson's databases where they outlive the page, unless another tab does. */
export class LessonKeeper {
  readonly #shelf: Shelf;
  readonly #bundle: LessonBundle;
  readonly #lessonKey: string;
  #saved: Saved | null = null;

  constructor(shelf: Shelf, bundle: LessonBundle) {
    this.#shelf = shelf;
    this.#bundle = bundle;
    this.#lessonKey = lessonKeyOf(bundle);
  }

  static async open(vault: DatabaseVault, bundle: LessonBundle): Promise<LessonKeeper> {
    return new LessonKeeper(await vault.open(bundle.lesson.id), bundle);
  }

  get isOwner(): boolean {
    return this.#shelf.isOwner;
  }

  async find(): Promise<FoundLesson> {
    const { condition, contents } = await this.#shelf.read();
    return { condition, kept: contents === null ? null : keptLesson(contents, this.#bundle) };
  }

  /** Whether the lesson makes its tables as it did when `kept` was. */
  isOfThisLesson({ lessonKey }: KeptCircumstances): boolean {
    return lessonKey === this.#lessonKey;
  }

  /** Hands the lesson to the browser's storage before it returns; false where there is nothing to store. */
  save(kept: KeptLesson, page: PageCircumstances): boolean {
    const saving = { ...kept, ...page };
    if (!this.isOwner || (this.#saved !== null && isSame(saving, this.#saved))) return false;
    this.#saved = saving;
    this.#shelf.write(shelfContents(kept, { ...page, lessonKey: this.#lessonKey }));
    return true;
  }

  takeOver(): Promise<void> {
    return this.#shelf.takeOver();
  }

  subscribe(listener: (event: ShelfEvent) => void): void {
    this.#shelf.subscribe(listener);
  }

  close(): Promise<void> {
    return this.#shelf.close();
  }
}

type Saved = KeptLesson & PageCircumstances;

/** States are never changed: the same object is the same state. */
function isSame(a: Saved, b: Saved): boolean {
  return (
    a.live === b.live &&
    a.before === b.before &&
    a.section === b.section &&
    a.transaction === b.transaction &&
    a.lastRunText === b.lastRunText &&
    a.passed?.state === b.passed?.state &&
    a.openings.size === b.openings.size &&
    [...a.openings].every(([section, state]) => b.openings.get(section) === state)
  );
}
