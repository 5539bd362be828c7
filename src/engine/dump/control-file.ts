/**
 * `global/pg_control` names the formats that a data directory is written in. Its first fields have not moved for
 * twenty years; the others are those of PostgreSQL 18 (src/include/catalog/pg_control.h, ControlFileData).
 */
const offsets = {
  controlVersion: 8,
  catalogVersion: 12,
  blockSizes: 216,
  segmentSize: 228,
  hasWideValues: 248,
} as const;
const smallestBytes = 296;

/** Why a data directory with one control file is not for a server with another; null if it is. `theirs` is untrusted. */
export function controlMismatch(theirs: Uint8Array<ArrayBuffer> | null, ours: Uint8Array<ArrayBuffer>): string | null {
  if (theirs === null || theirs.length < smallestBytes)
    return 'The data directory is damaged: global/pg_control is too short.';
  const [their, our] = [viewOf(theirs), viewOf(ours)];
  const differs = (offset: number) => their.getUint32(offset, true) !== our.getUint32(offset, true);
  if (differs(offsets.controlVersion) || differs(offsets.catalogVersion)) {
    const [version, ourVersion] = [their, our].map((view) => view.getUint32(offsets.catalogVersion, true));
    return (
      `The data directory was made by another version of PostgreSQL: its catalogs are of version ${version}, ` +
      `this page's of ${ourVersion}. A dump as SQL can be loaded.`
    );
  }
  if (differs(offsets.blockSizes) || their.getUint8(offsets.hasWideValues) !== our.getUint8(offsets.hasWideValues)) {
    return (
      'The data directory was made by PostgreSQL on another kind of machine: this page runs it for 32 bits. ' +
      'A dump as SQL can be loaded.'
    );
  }
  return null;
}

/** How large the files of the write-ahead log are, in MB. */
export function walSegmentMb(control: Uint8Array<ArrayBuffer>): number {
  return viewOf(control).getUint32(offsets.segmentSize, true) / 1024 ** 2;
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
