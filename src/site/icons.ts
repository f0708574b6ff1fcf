import type { Element } from 'hast';
import { s } from 'hastscript';

/** Line drawings on a 16 by 16 grid, in the current colour. Names of types' icons are codicon names. */
const drawings: Readonly<Record<string, string>> = {
  // Types
  'comment-discussion': 'M2.5 3.5h8v5.5h-4l-2 2v-2h-2z M12.5 6.5h1v5.5h-1v2l-2-2h-3v-1',
  reply: 'M6.5 4 2.5 7.5l4 3.5 M2.5 7.5h6c3 0 5 1.5 5 5',
  flame: 'M8 1.8c.6 2.4 3.8 4 3.8 7.6a3.8 3.8 0 0 1-7.6 0c0-1.6.8-2.6 1.7-3.6.2 1 .7 1.5 1.2 1.7C6.9 5.4 7 3.4 8 1.8z',
  'type-hierarchy': 'M6 2h4v3.2H6z M1.8 10.8h4V14h-4z M10.2 10.8h4V14h-4z M8 5.2v2.8 M3.8 10.8V8h8.4v2.8',
  law: 'M8 2v11.5 M4.5 13.5h7 M3 4h10 M3 4 1.3 8.5h3.4z M13 4l-1.7 4.5h3.4z M1.3 8.5a1.7 1.7 0 0 0 3.4 0 M11.3 8.5a1.7 1.7 0 0 0 3.4 0',
  book: 'M8 4C6.5 2.8 4.5 2.5 2.2 2.7v9.6c2.3-.2 4.3.1 5.8 1.3 1.5-1.2 3.5-1.5 5.8-1.3V2.7C11.5 2.5 9.5 2.8 8 4z M8 4v9.6',
  'mortar-board': 'M8 3 1.5 6 8 9l6.5-3z M4.2 7.4v3.4c1 .9 2.3 1.4 3.8 1.4s2.8-.5 3.8-1.4V7.4 M14.5 6v4.5',
  history: 'M2.6 6.5A5.6 5.6 0 1 1 2.4 9 M2.3 3.3v3.3h3.3 M8 5v3.3l2.3 1.4',
  'symbol-snippet': 'M2.5 2.5h11v6 M2.5 2.5v11h6 M5 5.5h6 M5 8h4 M11.5 10.5v4 M9.5 12.5h4',
  file: 'M4 1.8h5l3 3v9.4H4z M9 1.8v3h3',
  // Actions
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z M10.3 10.3l3.7 3.7',
  copy: 'M5.5 5.5h8v8h-8z M3.5 10.5h-1v-8h8v1',
  check: 'M3 8.5l3.3 3.3L13 5',
  print: 'M4.5 6V2.5h7V6 M4.5 11.5h-2V6h11v5.5h-2 M4.5 9.5h7v4h-7z',
  menu: 'M2.5 4h11 M2.5 8h11 M2.5 12h11',
  close: 'M4 4l8 8 M12 4l-8 8',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z M8 1.5v1.5 M8 13v1.5 M1.5 8H3 M13 8h1.5 M3.4 3.4l1 1 M11.6 11.6l1 1 M12.6 3.4l-1 1 M4.4 11.6l-1 1',
  moon: 'M12.8 9.8A5.5 5.5 0 0 1 6.2 3.2a5.5 5.5 0 1 0 6.6 6.6z',
  system: 'M2 3h12v8H2z M6 13.5h4 M8 11v2.5',
  question: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M6.2 6.3c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.3-1.8 1.5-1.8 2.8 M8 11.2v.2',
  arrow: 'M3 8h10 M9 4l4 4-4 4',
  external: 'M6.5 3.5h-3v9h9v-3 M9 3h4v4 M13 3 7.5 8.5',
  pin: 'M6 2h4 M6.7 2v4.3L4.5 8.5v1.2h7V8.5L9.3 6.3V2 M8 9.7V14',
  home: 'M2.5 7.5 8 2.8l5.5 4.7 M4 6.5v6.7h8V6.5',
  // Marks
  person: 'M8 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z M3 13.5c.3-2.7 2.3-4.2 5-4.2s4.7 1.5 5 4.2',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z M8 4.7V8l2.2 1.5',
  record: 'M10.8 2.7l2.5 2.5-7.5 7.5-3.1.6.6-3.1z M9.2 4.3l2.5 2.5',
  warning: 'M8 2.3 14.3 13.5H1.7z M8 6.5v3.2 M8 11.5v.2',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z M8 7.3v3.7 M8 5v.2',
  bulb: 'M6.2 11.5v-1.2A4 4 0 0 1 8 2.5a4 4 0 0 1 1.8 7.8v1.2z M6.5 13.5h3',
  never: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z M3.8 3.8l8.4 8.4',
  escalate: 'M3 13V9.5h3.3V6.5h3.3V3.5H13 M10.5 1.3 13 3.5l-2.5 2.2',
  phone:
    'M4.3 2.5 6 2.3l1.2 3-1.5 1.2c.7 1.5 1.8 2.6 3.3 3.3l1.2-1.5 3 1.2-.2 1.7c-.1.9-.9 1.5-1.7 1.4C6.7 12 3.5 9 2.9 4.2c-.1-.8.5-1.6 1.4-1.7z',
  chat: 'M2.5 3h11v7.5h-6L4.5 13v-2.5h-2z M5.5 6.8h.1 M8 6.8h.1 M10.5 6.8h.1',
  email: 'M2 3.5h12v9H2z M2 4l6 5 6-5',
  sms: 'M4.5 1.8h7v12.4h-7z M7 12.2h2 M6.5 4.5h3 M6.5 6.5h3',
  social:
    'M4 6.5a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z M12 2.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z M12 10.6a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z M5.5 7.4l5-2.5 M5.5 9l5 2.5',
  app: 'M2.8 2.8h4v4h-4z M9.2 2.8h4v4h-4z M2.8 9.2h4v4h-4z M9.2 9.2h4v4h-4z',
  counter: 'M2 6.5 3.2 3h9.6L14 6.5z M3 6.5v7h10v-7 M6.5 13.5V9.5h3v4',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6z M5.3 5.3h.1',
  list: 'M5.5 4h8 M5.5 8h8 M5.5 12h8 M2.5 4h.1 M2.5 8h.1 M2.5 12h.1',
};

/** An icon for decoration: the words beside it say the same. An unknown name gives a sheet of paper. */
export function icon(name: string, className = ''): Element {
  return s(
    'svg',
    { className: ['icon', ...(className === '' ? [] : [className])], viewBox: '0 0 16 16', ariaHidden: 'true', focusable: 'false' },
    [s('path', { d: drawings[name] ?? drawings['file'] ?? '' })],
  );
}

export function hasIcon(name: string): boolean {
  return Object.hasOwn(drawings, name);
}

/** Priorities have a shape besides their colour: diamond, triangle, square, circle. */
const priorityShapes: Readonly<Record<number, string>> = {
  1: 'M8 1.5 14.5 8 8 14.5 1.5 8z',
  2: 'M8 2 14.5 13.5h-13z',
  3: 'M2.5 2.5h11v11h-11z',
  4: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2z',
};

export function priorityShape(level: number): Element {
  return s('svg', { className: ['shape'], viewBox: '0 0 16 16', ariaHidden: 'true', focusable: 'false' }, [
    s('path', { d: priorityShapes[level] ?? priorityShapes[4] ?? '' }),
  ]);
}
