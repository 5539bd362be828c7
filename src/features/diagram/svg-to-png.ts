/** Twice as sharp as it is shown. */
const wishedScale = 2;
/** What every browser's canvas can hold, in pixels: along a side, and in all. */
const longestSide = 8_192;
const largestArea = 48_000_000;

/** A picture as PNG, at twice its size or as large as a canvas can be. Rejects where the browser can not draw it. */
export async function svgToPng(svg: string, { width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(wishedScale, longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The picture is too large for an image of this browser.');
  return new Uint8Array(await blob.arrayBuffer());
}
