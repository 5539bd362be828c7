import { nextIndex, type RandomStream } from '#core/shared/random.ts';
import type { WaiterChoice } from './pool-params.ts';

/**
 * Who waits, in the order in which they came. Whoever leaves from the middle leaves a gap; gaps are closed when there are
 * more of them than people, so that each step takes constant time on average, whoever is chosen next.
 */
export interface WaitingLine {
  readonly places: number[];
  first: number;
  count: number;
}

const gap = -1;
const fewPlaces = 32;

export function emptyLine(): WaitingLine {
  return { places: [], first: 0, count: 0 };
}

/** Puts a waiter at the end. */
export function joinLine(line: WaitingLine, waiter: number): void {
  line.places.push(waiter);
  line.count++;
}

/** Takes the next waiter out, or null when nobody waits. Draws from the stream only where there is a choice. */
export function takeWaiter(line: WaitingLine, choice: WaiterChoice, chance: RandomStream): number | null {
  if (line.count === 0) return null;
  return leave(line, line.count === 1 ? firstPlace(line) : chosenPlace(line, choice, chance));
}

/** Takes out a waiter who gives up: found at once where it is the one who came first, as with one time limit for all. */
export function leaveLine(line: WaitingLine, waiter: number): boolean {
  const place = line.places.indexOf(waiter, line.first);
  if (place < 0) return false;
  leave(line, place);
  return true;
}

/** The waiters in the order in which they came, at most so many. */
export function waitersOf(line: WaitingLine, most: number): number[] {
  const waiters: number[] = [];
  for (let place = line.first; place < line.places.length && waiters.length < most; place++) {
    const waiter = line.places[place] ?? gap;
    if (waiter !== gap) waiters.push(waiter);
  }
  return waiters;
}

/** A copy with the same gaps, so that the same draws choose the same waiters. */
export function copyLine(line: WaitingLine): WaitingLine {
  return { places: line.places.slice(), first: line.first, count: line.count };
}

function chosenPlace(line: WaitingLine, choice: WaiterChoice, chance: RandomStream): number {
  switch (choice) {
    case 'first':
      return firstPlace(line);
    case 'last':
      return line.places.length - 1;
    case 'random': {
      // Every place is as likely as any other, and so is every waiter among those places that are no gaps.
      for (;;) {
        const place = line.first + nextIndex(chance, line.places.length - line.first);
        if (line.places[place] !== gap) return place;
      }
    }
  }
}

function firstPlace(line: WaitingLine): number {
  let place = line.first;
  while (line.places[place] === gap) place++;
  return place;
}

function leave(line: WaitingLine, place: number): number {
  const { places } = line;
  const waiter = places[place] ?? gap;
  places[place] = gap;
  line.count--;
  while (places.length > 0 && places.at(-1) === gap) places.pop();
  while (line.first < places.length && places[line.first] === gap) line.first++;
  if (places.length === 0) line.first = 0;
  if (places.length > fewPlaces && places.length > 2 * line.count) closeGaps(line);
  return waiter;
}

function closeGaps(line: WaitingLine): void {
  const { places } = line;
  let kept = 0;
  for (let place = line.first; place < places.length; place++) {
    const waiter = places[place] ?? gap;
    if (waiter !== gap) places[kept++] = waiter;
  }
  places.length = kept;
  line.first = 0;
}
