import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChoiceSegments } from './choice-segments.tsx';
import { ChoiceSelect } from './choice-select.tsx';
import { NumberSlider, type NumberSliderProps } from './number-slider.tsx';

function draw(more: Partial<NumberSliderProps> = {}): string {
  return renderToStaticMarkup(
    <NumberSlider
      label="Requests"
      value={200}
      unit="a second"
      range={{ least: 0, most: 1000, isWhole: false }}
      slider={{ scale: 'linear', least: 0, most: 1000 }}
      onChange={() => {}}
      {...more}
    />,
  );
}

const choices = [
  { value: 'random', label: 'At random' },
  { value: 'first', label: 'First come' },
];

describe('a number that can be slid or typed', () => {
  it('says its value with its unit', () => {
    expect(draw()).toContain('aria-valuetext="200\u00A0a second"');
    expect(draw()).toContain('value="200"');
  });

  it('is tied to its note and to what is wrong with it', () => {
    const markup = draw({ note: 'Of all applications.', problem: 'Too many.' });
    const ids = markup.match(/aria-describedby="([^"]*)"/)?.[1]?.split(' ') ?? [];
    expect(ids.map((id) => markup.match(new RegExp(`id="${id}"[^>]*>([^<]*)<`))?.[1])).toEqual([
      'Of all applications.',
      'Too many.',
    ]);
    expect(markup).toContain('aria-invalid="true"');
    expect(draw()).toContain('aria-invalid="false"');
  });

  it('says what its least value means, only there', () => {
    expect(draw({ value: 0, zeroMeans: 'no limit' })).toContain('no limit');
    expect(draw({ value: 1, zeroMeans: 'no limit' })).not.toContain('no limit');
  });

  it('is plain text where it cannot be changed', () => {
    const markup = draw({ isFixed: true });
    expect(markup).not.toContain('<input');
    expect(markup).toContain('200\u00A0a second');
    expect(draw({ isFixed: true, value: 12, unit: '%' })).toContain('12\u00A0%');
  });
});

describe('a choice', () => {
  it.each([ChoiceSegments, ChoiceSelect])('that cannot be changed is the text of what is chosen', (Choice) => {
    const fixed = <Choice label="Who is next" choices={choices} chosen="first" isFixed onChoose={() => {}} />;
    const markup = renderToStaticMarkup(fixed);
    expect(markup).toContain('First come');
    expect(markup).not.toMatch(/<input|<select|At random/);
  });

  it.each([ChoiceSegments, ChoiceSelect])('is tied to its note and to what is wrong with it', (Choice) => {
    const drawWith = (problem?: string) =>
      renderToStaticMarkup(
        <Choice label="Next" choices={choices} chosen="first" note="Who." problem={problem} onChoose={() => {}} />,
      );
    const markup = drawWith('Not for this one.');
    const ids = markup.match(/aria-describedby="([^"]*)"/)?.[1]?.split(' ') ?? [];
    expect(ids.map((id) => markup.match(new RegExp(`id="${id}"[^>]*>([^<]*)<`))?.[1])).toEqual([
      'Who.',
      'Not for this one.',
    ]);
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('role="alert"');
    expect(drawWith()).toContain('aria-invalid="false"');
    expect(drawWith()).not.toContain('role="alert"');
  });

  it('from a list shows all of what is chosen as its title', () => {
    const markup = renderToStaticMarkup(
      <ChoiceSelect label="Next" choices={choices} chosen="first" onChoose={() => {}} />,
    );
    expect(markup).toMatch(/<select[^>]*title="First come"/);
  });

  it.each([
    ['true', ['random', 'first', 'last']],
    ['false', ['at random', 'first come', 'last come']],
    ['true', ['off', 'on', 'auto', 'all']],
  ])('of short words stands in one row: %s of %j', (isShort, labels) => {
    const few = labels.map((label) => ({ value: label, label }));
    const markup = renderToStaticMarkup(<ChoiceSegments label="Next" choices={few} chosen="" onChoose={() => {}} />);
    expect(markup).toContain(`data-short="${isShort}"`);
  });
});
