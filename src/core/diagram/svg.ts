import { actionWords } from '#core/catalog/declaration-words.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { boxMetrics } from './box-metrics.ts';
import { extraLinesOf, lineMarks, type BoxLine } from './boxes.ts';
import type { Diagram } from './diagram.ts';
import { boundsOf, type Size } from './geometry.ts';
import type { Places } from './lay-out.ts';
import { relationshipSentence } from './relationship-words.ts';
import { circleRadiusPx, type RoutedLine } from './route-line.ts';
import { routeReading, routeRelationships, type PlacedBox } from './route-relationship.ts';
import { escapeXml } from './escape-xml.ts';

/** On paper and on slides; the page's own colours belong to its theme. */
const ink = '#1f2430';
const inkQuiet = '#5b6070';
const line = '#d9d5cc';
const paper = '#fdfbf7';
const head = '#f3f0ea';
const keyInk = '#7d5a12';
const linkInk = '#4a43b8';

const marginPx = 32;

export interface Picture extends Size {
  readonly text: string;
}

/** A picture of a schema as a file that stands alone: no scripts, no fonts or styles from elsewhere. */
export function svgOf(diagram: Diagram, places: Places, title: string): Picture {
  const boxes = placedBoxes(diagram, places);
  const bounds = boundsOf([...boxes.values()]);
  const [x, y] = [bounds.x - marginPx, bounds.y - marginPx];
  // Lines may go round a box.
  const [width, height] = [bounds.width + 2 * marginPx + 64, bounds.height + 2 * marginPx];
  const routes = routeRelationships(diagram.relationships, boxes);
  const relationships = diagram.relationships.flatMap((relationship) => {
    const route = routes.get(relationship.id);
    if (route === undefined) return [];
    const { foreignKey } = relationship;
    const words = `${foreignKey.name} ${actionWords(foreignKey)}`.trim();
    return [lineOf(route, `${words}. ${relationshipSentence(relationship, diagram.relationships)}`, linkInk)];
  });
  const readings = diagram.readings.flatMap((reading) => {
    const route = routeReading(reading, boxes);
    return route === null ? [] : [lineOf(route, 'reads', inkQuiet, ' stroke-dasharray="5 4"')];
  });
  const source = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="ui-monospace, 'JetBrains Mono', Menlo, Consolas, monospace" font-size="${boxMetrics.fontPx}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}"/>`,
    ...readings,
    ...relationships,
    ...[...boxes.values()].map(boxOf),
    '</svg>',
    '',
  ].join('\n');
  return { text: source, width, height };
}

export function placedBoxes({ boxes }: Diagram, places: Places): ReadonlyMap<string, PlacedBox> {
  return new Map(
    boxes.flatMap((box) => {
      const place = places[box.key];
      return place === undefined ? [] : [[box.key, { ...box, x: place.x, y: place.y }] as const];
    }),
  );
}

function lineOf({ path, feet, circles }: RoutedLine, title: string, colour: string, more = ''): string {
  const signs = feet === '' ? '' : `<path d="${feet}"/>`;
  const zeros = circles.map((at) => `<circle cx="${at.x}" cy="${at.y}" r="${circleRadiusPx}" fill="${paper}"/>`);
  return `<g fill="none" stroke="${colour}" stroke-width="1.4"><title>${escapeXml(title)}</title><path d="${path}"${more}/>${signs}${zeros.join('')}</g>`;
}

function boxOf(box: PlacedBox): string {
  const { headPx, linePx, besidePx, titleFontPx } = boxMetrics;
  const { x, y, width, height, kind, object, title, note, lines } = box;
  const dash = kind === 'table' ? '' : ' stroke-dasharray="5 4"';
  const extras = extraLinesOf(box);
  const baseline = (place: number) => y + headPx + place * linePx + linePx * 0.68;
  return [
    `<g><title>${escapeXml(`${kind} ${qualifiedName(object)}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="7" fill="#fff"/>`,
    `<path d="M${x},${y + headPx}v${7 - headPx}q0,-7 7,-7h${width - 14}q7,0 7,7v${headPx - 7}z" fill="${head}"/>`,
    lines.length + extras.length === 0 ? '' : `<path d="M${x},${y + headPx}h${width}" stroke="${line}"/>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="7" fill="none" stroke="${inkQuiet}"${dash}/>`,
    text(
      { x: x + besidePx, y: y + headPx * 0.64, fill: ink, more: ` font-size="${titleFontPx}" font-weight="600"` },
      title,
    ),
    text({ x: x + width - besidePx, y: y + headPx * 0.64, fill: inkQuiet, more: ' text-anchor="end"' }, note),
    ...lines.map((each, place) => columnOf(each, box, baseline(place))),
    ...extras.map((words, place) =>
      text(
        { x: x + besidePx, y: baseline(lines.length + place), fill: inkQuiet, more: ' xml:space="preserve"' },
        words,
      ),
    ),
    ...(box.partitions === null
      ? []
      : [`<desc>${escapeXml(box.partitions.lines.map(({ name, bounds }) => `${name} ${bounds}`).join('; '))}</desc>`]),
    '</g>',
  ].join('');
}

function columnOf(each: BoxLine, { x, width, lines }: PlacedBox, y: number): string {
  const { besidePx, signsPx, fontPx, betweenPx } = boxMetrics;
  const marksPx = Math.max(0, ...lines.map((one) => lineMarks(one).length)) * fontPx * 0.6;
  const right = x + width - besidePx;
  const signs = [
    ...(each.isKey ? [text({ x: x + besidePx, y, fill: keyInk, more: ' font-size="9" font-weight="700"' }, 'PK')] : []),
    ...(each.isReference
      ? [text({ x: x + besidePx + 16, y, fill: linkInk, more: ' font-size="9" font-weight="700"' }, 'FK')]
      : []),
  ];
  return [
    `<g><title>${escapeXml(each.column)}</title>`,
    ...signs,
    text({ x: x + besidePx + signsPx, y, fill: ink, more: each.isKey ? ' font-weight="600"' : '' }, each.name),
    text(
      { x: right - (marksPx === 0 ? 0 : marksPx + betweenPx), y, fill: inkQuiet, more: ' text-anchor="end"' },
      each.type,
    ),
    lineMarks(each) === '' ? '' : text({ x: right, y, fill: inkQuiet, more: ' text-anchor="end"' }, lineMarks(each)),
    '</g>',
  ].join('');
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly more?: string;
}

function text({ x, y, fill, more = '' }: TextPlace, words: string): string {
  return `<text x="${x}" y="${Math.round(y)}" fill="${fill}"${more}>${escapeXml(words)}</text>`;
}
