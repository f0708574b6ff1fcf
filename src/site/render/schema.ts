import { defaultSchema } from 'rehype-sanitize';

type Schema = typeof defaultSchema;

/** Addresses that a link may lead to; relative ones have no scheme. Those of the knowledge base are the same. */
const linkSchemes = ['http', 'https', 'mailto', 'tel', 'sms'];

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
    audio: ['src', ['controls', true]],
    blockquote: [],
    code: [['className', /^language-./]],
    div: [['className', 'embedded', 'callout', 'callout-note', 'callout-tip', 'callout-warning', 'notice']],
    h1: ['dataHeading'],
    h2: ['dataHeading', ['className', 'sr-only']],
    h3: ['dataHeading'],
    h4: ['dataHeading'],
    h5: ['dataHeading'],
    h6: ['dataHeading'],
    img: ['src', ['loading', 'lazy']],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [['className', 'task-list-item'], 'value'],
    ol: [['className', 'contains-task-list'], 'start'],
    p: [['className', 'callout-title', 'embedded-from']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    source: ['src', 'type'],
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
    video: ['src', 'poster', ['controls', true]],
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
  protocols: { href: linkSchemes, src: ['https'], poster: ['https'] },
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
