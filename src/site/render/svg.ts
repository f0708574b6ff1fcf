import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { hasUnsafeStyle, refersElsewhere } from './style.js';

/** Largest SVG that is cleaned, in UTF-16 code units; a larger one is left out. */
const largestSvg = 2 * 1024 * 1024;

/** Shapes, text, paint and filters; nothing that runs, animates, embeds HTML or links. */
const elements: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image style ' +
    'linearGradient radialGradient stop pattern clipPath mask marker switch view filter ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset ' +
    'fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);
/** Their text is dropped with them; of all other unknown elements the content stays. */
const dropped: ReadonlySet<string> = new Set([
  'script',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
  'listener',
  'set',
  'animate',
  'animateMotion',
  'animateTransform',
  'animateColor',
  'discard',
  'metadata',
  'math',
  'html',
  'body',
  'head',
  'link',
  'meta',
  'noscript',
  'template',
]);
const picturesInside = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

/**
 * An SVG file that can be opened on its own without running or loading anything: known elements, no event handlers, no
 * references but to itself, no style imports. Undefined when there is no SVG in the text.
 */
export function sanitizeSvg(text: string): string | undefined {
  if (text.length > largestSvg) return undefined;
  try {
    const parsed = fromHtml(withoutProlog(text), { fragment: true, space: 'svg' });
    const root = parsed.children.find((child) => child.type === 'element' && child.tagName === 'svg');
    if (root?.type !== 'element') return undefined;
    const [clean] = cleanNode(root, 0);
    if (clean?.type !== 'element') return undefined;
    clean.properties = { xmlns: 'http://www.w3.org/2000/svg', ...clean.properties };
    const tree: Root = { type: 'root', children: [clean] };
    return `${toHtml(tree, { space: 'svg', closeEmptyElements: true, characterReferences: { useNamedReferences: false } })}\n`;
  } catch {
    // Nesting too deep to walk: a picture drawn by nobody.
    return undefined;
  }
}

/** XML declaration, document type with its entities, comments and processing instructions mean nothing to a picture. */
function withoutProlog(text: string): string {
  const start = text.search(/<svg[\s>/]/i);
  return start < 0 ? '' : text.slice(start);
}

function cleanNode(node: ElementContent, depth: number): ElementContent[] {
  if (depth > 200) return [];
  if (node.type === 'text') return [{ type: 'text', value: printable(node.value) }];
  if (node.type !== 'element' || dropped.has(node.tagName)) return [];
  if (!elements.has(node.tagName)) return node.children.flatMap((child) => cleanNode(child, depth + 1));
  if (node.tagName === 'style') {
    const style = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    return hasUnsafeStyle(style) ? [] : [{ ...node, properties: {}, children: [{ type: 'text', value: style }] }];
  }
  const children = node.children.flatMap((child) => cleanNode(child, depth + 1));
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(node.properties)) {
    const safe = cleanAttribute(node.tagName, name, value);
    if (safe !== undefined) properties[safe.name] = safe.value;
  }
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

type PropertyValue = Element['properties'][string];

function cleanAttribute(tagName: string, name: string, value: PropertyValue): { name: string; value: PropertyValue } | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  const text = printable(Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value));
  if (/^on/i.test(name) || /[^A-Za-z0-9:_.-]/.test(name)) return undefined;
  if (/^(?:xlink)?href$/i.test(name)) {
    const inside = text.trim().startsWith('#') || (tagName === 'image' && picturesInside.test(text.trim()));
    return inside ? { name: 'href', value: text.trim() } : undefined;
  }
  if (/^(?:xmlns|xml|src|base|action|formAction|ping|data)/i.test(name) && name !== 'xmlSpace' && name !== 'xmlLang') return undefined;
  if (name.includes(':')) return undefined;
  const unsafe = name === 'style' ? hasUnsafeStyle(text) : refersElsewhere(text);
  return unsafe ? undefined : { name, value: text };
}

/** XML knows no control characters besides tab and line breaks. */
function printable(text: string): string {
  return [...text].filter((character) => character >= ' ' || character === '\t' || character === '\n' || character === '\r').join('');
}
