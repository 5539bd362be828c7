/** A copy of a base image as an archive. It may have been unpacked already, by a server that takes it for compressed. */
export async function unpackBaseImage(image: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(image, 0, 2);
  const isGzipped = first === 0x1f && second === 0x8b;
  if (!isGzipped) return image.slice(0);
  const unpacked = new Blob([image]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}
