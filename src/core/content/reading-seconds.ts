/** Seconds to say a text at a calm pace: 4.5 Han characters, 2.5 words or 4 digits a second. */
export function readingSeconds(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  const words = text.match(/[^\P{L}\p{Script=Han}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(han / 4.5 + words / 2.5 + digits / 4));
}
