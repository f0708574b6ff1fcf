import { sanitizeSvg } from './render/svg.js';
import type { SiteFile } from './site-file.js';

const pictures = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'];
const media = ['mp4', 'webm', 'mp3', 'ogg', 'wav', 'm4a'];
/** Nothing a browser would run in the site's own name: no HTML, XML or script. */
const documents = ['pdf', 'txt', 'csv', 'docx', 'xlsx', 'pptx'];

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

export function isPicture(path: string): boolean {
  return pictures.includes(extensionOf(path));
}

/** Whether a file of the knowledge base goes onto the site when a page refers to it. */
export function isCopied(path: string): boolean {
  return [...pictures, ...media, ...documents].includes(extensionOf(path));
}

/** The file as the site carries it: SVG is cleaned, everything else copied byte by byte. Undefined when nothing safe is left. */
export async function assetFile(
  path: string,
  address: string,
  readText: (path: string) => Promise<string | undefined>,
): Promise<SiteFile | undefined> {
  if (extensionOf(path) !== 'svg') return { path: address, copyOf: path };
  const text = await readText(path);
  const content = text === undefined ? undefined : sanitizeSvg(text);
  return content === undefined ? undefined : { path: address, content };
}
