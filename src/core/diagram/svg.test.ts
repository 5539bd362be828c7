import { describe, expect, it } from 'vitest';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { diagramOf, questionOf } from './diagram.ts';
import { layOut } from './lay-out.ts';
import { svgOf } from './svg.ts';
import { wildNames, wildSchema } from './test-schemas.ts';
import { readXml } from './test-xml.ts';

const diagram = diagramOf(wildSchema(), 'columns');
const { text: svg } = svgOf(diagram, layOut(questionOf(diagram, {}, 1.5)), 'A schema of <wild> names');

describe('a picture as a file', () => {
  it('is well-formed and holds every name', () => {
    const { texts } = readXml(svg);
    for (const name of wildNames) {
      const written = name.replaceAll('\u0001', '\ufffd');
      expect(texts).toContain(`table ${written}`);
      expect(texts.filter((text) => text === written).length).toBeGreaterThan(0);
    }
    expect(texts).toContain('view Other "schema".view of 🛒');
  });

  it('names every foreign key', () => {
    const { texts } = readXml(svg);
    const keys = wildNames.map((name) => `${name} link. `.replaceAll('\u0001', '\ufffd'));
    expect(keys.filter((key) => !texts.some((text) => text.startsWith(key)))).toEqual([]);
  });

  it('asks for nothing from elsewhere and runs nothing', () => {
    const { elements } = readXml(svg);
    expect([...new Set(elements)].toSorted()).toEqual(['circle', 'g', 'path', 'rect', 'svg', 'text', 'title']);
    expect(svg).not.toMatch(/(href|url\(|@import)/);
  });

  it('holds the names of objects of other schemas whole', () => {
    expect(diagram.boxes.map(({ object }) => qualifiedName(object))).toContain('Other "schema".view of 🛒');
  });
});
