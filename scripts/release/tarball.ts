import { gunzipSync } from "node:zlib";

/** A file in a package. */
export interface Entry {
  /** Path within the package. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
}

/** Block size of ustar (POSIX.1-1988). A header is one block; contents are padded to whole blocks. */
const BLOCK = 512;

/** Lists the files in a package's tarball. */
export function entriesOf(tarball: Buffer): Entry[] {
  const tar = gunzipSync(tarball);
  const entries: Entry[] = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from: number, length: number) => {
      const field = tar.subarray(at + from, at + from + length).toString("utf8");
      return field.split("\0", 1)[0] ?? "";
    };
    const size = Number.parseInt(text(124, 12), 8);
    const [name, prefix, kind] = [text(0, 100), text(345, 155), text(156, 1)];
    // Other entries are folders and extended headers.
    if (kind === "0" || kind === "") {
      entries.push({ path: (prefix ? `${prefix}/${name}` : name).replace(/^package\//, ""), size });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}
