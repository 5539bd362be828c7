/** Unpacks a base image, unless whoever served it has done so already. */
export async function unpackBaseImage(image: Blob): Promise<Blob> {
  const magic = new Uint8Array(await image.slice(0, 2).arrayBuffer());
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return image;
  return new Response(image.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}
