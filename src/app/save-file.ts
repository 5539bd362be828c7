import type { SavedFile } from '#state/services.ts';

/** Long enough for any browser to have begun with the download. */
const urlLifeMs = 60_000;

/** Downloads a file that was made in the page. */
export function saveFile({ name, type, contents }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), urlLifeMs);
}
