import { defaultSchema } from 'rehype-sanitize';

type Schema = typeof defaultSchema;

/** Addresses that a link may lead to; relative ones have no scheme. Those of the knowledge base are the same. */
const linkSchemes = ['http', 'https', 'mailto', 'tel', 'sms'];

/** An address without a scheme is still elsewhere when it begins with two slashes, however they are written. */
function ownFile(name: string): [string, RegExp] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read an address
  return [name, /^(?![\u0000-\u0020]*[\\/][\t\n\r]*[\\/])/];
}

/**
 * What content may consist of: GitHub's schema without what loads from elsewhere or submits (`picture`, `srcset`, form
 * attributes, `name`), with the marks of our own transforms and with video and audio. Runs last, after every transform.
 * Ids are made safe before (`makeIdsSafe`): headings keep their anchors, all others have a prefix.
 */
export const contentSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture'), 'video', 'audio', 'figure', 'figcaption', 'mark'],
  attributes: {
    a: [
      'href',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'ariaLabel',
      'ariaDescribedBy',
      'download',
      ['className', 'data-footnote-backref', 'external'],
      ['rel', 'noopener', 'noreferrer'],
      ['target', '_blank'],
    ],
    audio: [ownFile('src'), ['controls', true]],
    blockquote: [],
    code: [['className', /^language-./]],
    div: [['className', 'embedded', 'callout', 'callout-note', 'callout-tip', 'callout-warning', 'notice']],
    h1: ['dataHeading'],
    h2: ['dataHeading', ['className', 'sr-only']],
    h3: ['dataHeading'],
    h4: ['dataHeading'],
    h5: ['dataHeading'],
    h6: ['dataHeading'],
    img: [ownFile('src'), ['loading', 'lazy']],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [['className', 'task-list-item'], 'value'],
    ol: [['className', 'contains-task-list'], 'start'],
    p: [['className', 'callout-title', 'embedded-from']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    source: [ownFile('src'), 'type'],
    span: [
      [
        'className',
        'placeholder',
        'owner',
        'within',
        'record',
        'outcome',
        'outcome-resolved',
        'outcome-escalated',
        'outcome-callback',
        'missing',
        'remote-image',
      ],
      'dataName',
    ],
    table: ['ariaLabel'],
    ul: [['className', 'contains-task-list']],
    video: [ownFile('src'), ownFile('poster'), ['controls', true]],
    '*': [
      'align',
      'alt',
      'colSpan',
      'dateTime',
      'dir',
      'headers',
      'height',
      'id',
      'lang',
      'open',
      'rowSpan',
      'scope',
      'span',
      'title',
      'vAlign',
      'width',
    ],
  },
  clobber: [],
  // No scheme is called `-`: what is shown or played comes from the site itself.
  protocols: { href: linkSchemes, src: ['-'], poster: ['-'] },
  required: { input: { disabled: true, type: 'checkbox' }, video: { controls: true }, audio: { controls: true } },
  strip: [
    'script',
    'style',
    'title',
    'template',
    'noscript',
    'noembed',
    'noframes',
    'plaintext',
    'xmp',
    'iframe',
    'object',
    'svg',
    'math',
    'textarea',
    'select',
    'button',
  ],
};
