export interface JsonError {
  /** Offset of the first character that JSON does not allow; the text's length where something is missing at the end. */
  readonly at: number;
  readonly reason: 'end' | 'value' | 'key' | 'colon' | 'comma' | 'string' | 'number' | 'after';
}

const space = /[ \t\r\n]*/y;
/** Every character from the space on is allowed inside, but for the quote and the backslash. */
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const literal = /(?:true|false|null)(?![\w])/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;

/**
 * The first place where a text departs from JSON (RFC 8259); undefined for correct JSON. Engines word their own messages
 * differently and not all of them say where, so the place is found here.
 */
export function findJsonError(text: string): JsonError | undefined {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    const sticky = new RegExp(pattern);
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const error = (reason: JsonError['reason']): JsonError => ({ at, reason: at >= text.length ? 'end' : reason });
  /** What closes each open object and array, innermost last. */
  const open: ('}' | ']')[] = [];
  let expects: 'value' | 'firstKey' | 'key' | 'firstItem' | 'after' = 'value';
  for (;;) {
    skip(space);
    const character = text[at];
    if (expects === 'after') {
      const closing = open.at(-1);
      if (closing === undefined) return at < text.length ? error('after') : undefined;
      at += 1;
      if (character === closing) open.pop();
      else if (character === ',') expects = closing === '}' ? 'key' : 'value';
      else {
        at -= 1;
        return error('comma');
      }
    } else if (expects === 'key' || expects === 'firstKey') {
      if (expects === 'firstKey' && character === '}') {
        at += 1;
        open.pop();
        expects = 'after';
        continue;
      }
      if (character !== '"') return error('key');
      if (!skip(string)) return error('string');
      skip(space);
      if (text[at] !== ':') return error('colon');
      at += 1;
      expects = 'value';
    } else if (expects === 'firstItem' && character === ']') {
      at += 1;
      open.pop();
      expects = 'after';
    } else if (character === '{' || character === '[') {
      at += 1;
      open.push(character === '{' ? '}' : ']');
      expects = character === '{' ? 'firstKey' : 'firstItem';
    } else if (character === '"') {
      if (!skip(string)) return error('string');
      expects = 'after';
    } else if (skip(literal)) expects = 'after';
    else if (character !== undefined && /[-\d]/.test(character)) {
      if (!skip(number)) return error('number');
      expects = 'after';
    } else return error('value');
  }
}
