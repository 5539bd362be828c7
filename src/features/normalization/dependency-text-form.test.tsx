import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { StatedDependency } from '#state/normalization/normalization-slice.ts';
import { DependencyTextForm } from './dependency-text-form.tsx';

const stated: readonly StatedDependency[] = [
  { kind: 'functional', origin: 'stated', determinant: ['zip'], dependents: ['city'] },
  { kind: 'multivalued', origin: 'found', determinant: ['zip'], dependents: ['The "Street"'] },
];

function draw(typed: string | null): string {
  return renderToStaticMarkup(
    <DependencyTextForm
      attributes={['zip', 'city', 'The "Street"', 'n']}
      stated={stated}
      typed={typed}
      onType={() => undefined}
      onState={() => undefined}
    />,
  );
}

function typedIn(markup: string): string | undefined {
  return /<textarea[^>]*>([^<]*)<\/textarea>/.exec(markup)?.[1]?.replaceAll('&quot;', '"').replaceAll('&gt;', '>');
}

describe('dependencies as text', () => {
  it('are written as they are stated', () => {
    expect(typedIn(draw(null))).toBe('zip -> city\nzip ->> "The ""Street"""');
    expect(draw(null)).not.toContain('Throw away');
  });

  it('stay as they were typed, with what is wrong named at its place', () => {
    const markup = draw('zip -> city\nzip -> citty\n-> n');
    expect(typedIn(markup)).toBe('zip -> city\nzip -> citty\n-> n');
    const problems = [...markup.matchAll(/<li data-severity="error">(.*?)<\/li>/g)].map(([, problem]) =>
      problem?.replaceAll(/<[^>]*>/g, ''),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^Line 2, 8There is no attribute citty\. Did you mean city\?$/),
      expect.stringMatching(/^Line 3, 1Nothing stands left of the arrow\./),
    ]);
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('Nothing is taken over while a line cannot be read.');
  });

  it('are warned of and taken over where they say nothing new', () => {
    const markup = draw('zip, city -> city');
    expect(markup).toContain('data-severity="warning"');
    expect(markup).toContain('aria-invalid="false"');
    expect(markup).not.toContain('Nothing is taken over');
  });
});
