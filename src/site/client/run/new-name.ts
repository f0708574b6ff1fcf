/** A name that no other entry or run has: 80 random bits. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 32).toString(32)).join('');
}
