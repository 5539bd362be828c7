import type { Catalog } from '#core/catalog/catalog.ts';
import { mermaidOf } from '#core/diagram/mermaid.ts';
import { svgOf } from '#core/diagram/svg.ts';
import { useAppStore } from '#state/use-app-store.ts';
import type { ExportDiagram } from './export-menu.tsx';
import { svgToPng } from './svg-to-png.ts';
import type { LaidOut } from './use-laid-out.ts';

/** Hands the picture to the learner as it stands, in the light colours of paper. */
export function useExport(catalog: Catalog, laidOut: LaidOut | null): ExportDiagram {
  const saveDiagram = useAppStore((state) => state.saveDiagram);
  const notify = useAppStore((state) => state.notify);
  return (format) => {
    if (laidOut === null) return;
    const { diagram, places } = laidOut;
    switch (format) {
      case 'mermaid':
        return saveDiagram(format, bytesOf(mermaidOf(catalog)));
      case 'svg':
        return saveDiagram(format, bytesOf(svgOf(diagram, places, 'Schema').text));
      case 'png': {
        const { text, width, height } = svgOf(diagram, places, 'Schema');
        svgToPng(text, { width, height }).then(
          (png) => saveDiagram(format, png),
          () =>
            notify({
              id: 'diagram-file',
              tone: 'warning',
              text: 'The picture could not be made into an image by this browser. Nothing was changed; SVG holds the same.',
            }),
        );
      }
    }
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
