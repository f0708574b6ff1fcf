import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Git's object name of a text as git stores it: line endings as LF, UTF-8, `blob <bytes>\0` before it (SHA-1, 40 hex digits). */
export function gitBlob(text: string): string {
  const content = utf8ToBytes(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${content.length}\0`), content)));
}
