import { crc32 } from 'node:zlib';

/**
 * A file that only this program writes, and that tells when it was damaged: a line that names the format; CRC-32 of all that
 * follows and the length of the header, 4 bytes each, little endian; the header as JSON; any bytes.
 */
export function seal(magic: string, header: unknown, parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const body = Buffer.concat([length, head, ...parts]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([Buffer.from(magic, 'latin1'), sum, body]);
}

/** The header and what follows it; undefined if the file is of another format or not as it was written. */
export function unseal<Header>(bytes: Buffer, magic: string): { readonly header: Header; readonly rest: Buffer } | undefined {
  const start = magic.length;
  if (bytes.length < start + 8 || bytes.toString('latin1', 0, start) !== magic) return undefined;
  if (crc32(bytes.subarray(start + 4)) !== bytes.readUInt32LE(start)) return undefined;
  const headerEnd = start + 8 + bytes.readUInt32LE(start + 4);
  // The sum is right, so this program wrote the header.
  return { header: JSON.parse(bytes.toString('utf8', start + 8, headerEnd)), rest: bytes.subarray(headerEnd) };
}
