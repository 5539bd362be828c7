import type { SliceContext } from '#state/app-state.ts';
import { openLessonOf } from '#state/lesson-slice.ts';

/** How a diagram can be taken along. */
export type DiagramFormat = 'svg' | 'png' | 'mermaid';

export interface DiagramFileSlice {
  /** Hands a picture of the schema to the learner. */
  readonly saveDiagram: (format: DiagramFormat, contents: Uint8Array<ArrayBuffer>) => void;
}

const fileTypes: Readonly<Record<DiagramFormat, { readonly ending: string; readonly type: string }>> = {
  svg: { ending: 'svg', type: 'image/svg+xml' },
  png: { ending: 'png', type: 'image/png' },
  mermaid: { ending: 'mmd', type: 'text/plain' },
};

export function createDiagramFileSlice({ get, services }: Pick<SliceContext, 'get' | 'services'>): DiagramFileSlice {
  return {
    saveDiagram: (format, contents) => {
      const { ending, type } = fileTypes[format];
      const lesson = openLessonOf(get())?.id.replaceAll('/', '-') ?? 'schema';
      services.saveFile({ name: `rowhouse-${lesson}-diagram.${ending}`, type, contents });
    },
  };
}
