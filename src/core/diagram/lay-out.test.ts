import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramOf, questionOf } from './diagram.ts';
import { boundsOf, doOverlap, type Rectangle } from './geometry.ts';
import { layOut, type LayOutQuestion, type Places } from './lay-out.ts';
import { grownSchema, schemaOf, wildSchema } from './test-schemas.ts';

function rectanglesOf({ boxes }: LayOutQuestion, places: Places): readonly (readonly [string, Rectangle])[] {
  return boxes.map(({ key, width, height }) => {
    const place = places[key];
    if (place === undefined) throw new Error(`${key} has no place`);
    return [key, { ...place, width, height }];
  });
}

function overlapsOf(question: LayOutQuestion, places: Places): readonly string[] {
  const all = rectanglesOf(question, places);
  return all.flatMap(([one, its], place) =>
    all.slice(place + 1).flatMap(([other, others]) => (doOverlap(its, others) ? [`${one} lies over ${other}`] : [])),
  );
}

function proportionOf(question: LayOutQuestion, places: Places): number {
  const { width, height } = boundsOf(rectanglesOf(question, places).map(([, each]) => each));
  return width / height;
}

const coordinate = fc.oneof(fc.integer({ min: -400, max: 1200 }), fc.double({ min: -400, max: 1200, noNaN: true }));

/** Any sizes and links, rings and loops among them, and any of the boxes put anywhere, even over each other. */
function questions(mostBoxes: number): fc.Arbitrary<LayOutQuestion> {
  const size = fc.integer({ min: 20, max: 500 });
  return fc.array(fc.record({ width: size, height: size }), { maxLength: mostBoxes, size: 'max' }).chain((sizes) => {
    const boxes = sizes.map((each, place) => ({ ...each, key: `b${place}` }));
    const key = fc.constantFrom('nowhere', ...boxes.map((box) => box.key));
    return fc.record({
      boxes: fc.constant(boxes),
      links: fc.array(fc.record({ parent: key, child: key }), { maxLength: sizes.length * 2, size: 'max' }),
      places: fc.dictionary(key, fc.record({ x: coordinate, y: coordinate })),
      ratio: fc.double({ min: 0.3, max: 3, noNaN: true }),
    });
  });
}

describe('a layout', () => {
  it('lets no boxes overlap, whatever has been put where', () => {
    fc.assert(
      fc.property(questions(40), (question) => {
        expect(overlapsOf(question, layOut(question))).toEqual([]);
      }),
    );
  });

  it('lets no boxes overlap in schemas of up to 200 tables', () => {
    const schema = fc
      .integer({ min: 100, max: 200 })
      .chain((count) =>
        fc.array(fc.array(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
      );
    fc.assert(
      fc.property(schema, (parents) => {
        const catalog = schemaOf(parents.length, (place) => parents[place] ?? []);
        const question = questionOf(diagramOf(catalog, 'columns'), {}, 1.5);
        expect(overlapsOf(question, layOut(question))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('leaves boxes where they were put, unless they were put over another', () => {
    fc.assert(
      fc.property(questions(25), (question) => {
        const apart = layOut(question);
        const rectangles = new Map(rectanglesOf(question, apart));
        expect(layOut({ ...question, places: apart })).toEqual(apart);
        const first = Object.keys(question.places)
          .filter((key) => rectangles.has(key))
          .slice(0, 1);
        expect(first.map((key) => apart[key])).toEqual(first.map((key) => question.places[key]));
      }),
    );
  });

  it('is the same in whatever order tables and links are named', () => {
    fc.assert(
      fc.property(questions(25), (question) => {
        const other = { ...question, boxes: question.boxes.toReversed(), links: question.links.toReversed() };
        expect(layOut(other)).toEqual(layOut(question));
      }),
    );
  });

  it('puts a new box beside what it refers to', () => {
    const box = { width: 100, height: 100 };
    const places = { here: { x: 0, y: 0 }, far: { x: 5_000, y: 0 } };
    const boxes = [
      { key: 'here', ...box },
      { key: 'far', ...box },
      { key: 'new', ...box },
    ];
    const laidOut = layOut({ boxes, places, links: [{ parent: 'here', child: 'new' }], ratio: 1 });
    expect(laidOut).toEqual({ ...places, new: { x: 172, y: 0 } });
  });

  it('is about as wide as it was asked to be', () => {
    const question = questionOf(diagramOf(grownSchema(60), 'columns'), {}, 1.5);
    const proportion = proportionOf(question, layOut(question));
    expect(proportion).toBeGreaterThan(1);
    expect(proportion).toBeLessThan(3);
  });

  it('takes wild names, rings of references, and nothing at all', () => {
    const question = questionOf(diagramOf(wildSchema(), 'columns'), {}, 1.5);
    const places = layOut(question);
    expect(overlapsOf(question, places)).toEqual([]);
    expect(proportionOf(question, places)).toBeLessThan(4);
    expect(layOut({ boxes: [], links: [], places: { gone: { x: 1, y: 1 } }, ratio: 1 })).toEqual({});
  });
});
