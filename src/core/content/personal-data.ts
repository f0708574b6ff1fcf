import type { Span } from '../model/text.js';

type PersonalDataKind = 'mobile' | 'landline' | 'identityCard' | 'taiwanId' | 'bankCard' | 'email';

export interface PersonalData extends Span {
  readonly kind: PersonalDataKind;
  readonly value: string;
}

/**
 * Finds what may identify a person in a text: mobile and landline numbers of the mainland and Taiwan, identity-card numbers with
 * a right check digit, bank-card numbers (issuer prefix, length, Luhn), e-mail addresses. Numbers inside longer words or numbers,
 * and those a word before them names as order or case numbers, are left alone. Full-width digits count as digits.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  // Most text has neither: every kind of number has three digits in a row.
  if (!/[@＠]|[0-9０-９]{3}/.test(text)) return [];
  const plain = halfWidth(text);
  const found: PersonalData[] = [...findEmails(plain)];
  for (const { kind, pattern, accepts, named } of numberKinds) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (insideWord(plain, start, end) || !accepts(match[0].replace(/[\s()+-]/g, '').toUpperCase())) continue;
      if (named && namedAsReference(plain, start)) continue;
      found.push({ kind, value: match[0], start, end });
    }
  }
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => !all.slice(0, index).some((earlier) => earlier.end > one.start));
}

interface NumberKind {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  readonly accepts: (compact: string) => boolean;
  /** Whether a word such as 订单号 before the number makes it harmless. */
  readonly named: boolean;
}

const always = (): boolean => true;

const numberKinds: readonly NumberKind[] = [
  // GB 11643: region (6), birthday (8), sequence (3), check character.
  {
    kind: 'identityCard',
    pattern: /[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/g,
    accepts: hasIdentityCheckDigit,
    named: false,
  },
  { kind: 'taiwanId', pattern: /[A-Z][1289]\d{8}/g, accepts: hasTaiwanCheckDigit, named: true },
  {
    kind: 'bankCard',
    pattern: /\d{4}(?:[ -]?\d{4}){2}[ -]?\d{3,7}|\d{4}(?:[ -]\d{4}){3}[ -]\d{1,3}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}/g,
    accepts: isBankCard,
    named: true,
  },
  { kind: 'mobile', pattern: /(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})/g, accepts: always, named: true },
  { kind: 'mobile', pattern: /(?:\+?886[ -]?9|09)\d{2}[ -]?\d{3}[ -]?\d{3}/g, accepts: always, named: true },
  { kind: 'landline', pattern: /\(?0(?:10|2\d|[3-9]\d{2})(?:\)[ -]?|[ -])[2-8]\d{6,7}/g, accepts: always, named: true },
  { kind: 'landline', pattern: /\(?0[2-8](?:\)[ -]?|[ -])\d{3,4}[ -]\d{4}/g, accepts: always, named: true },
];

function insideWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return /[A-Za-z0-9_]$|\d[-.]$/.test(before) || /^[A-Za-z0-9_]|^[-.]\d/.test(after);
}

/** Words that say what a number is, up to twelve characters before it. */
const reference =
  /(?:单号|單號|订单|訂單|工单|工單|编号|編號|序列号|序號|流水|运单|運單|快递|物流|order|ticket|case|tracking|ref(?:erence)?|serial|\bno\b|#)[^，。；,;\n]{0,8}$/i;

function namedAsReference(text: string, start: number): boolean {
  return reference.test(text.slice(Math.max(0, start - 14), start));
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999 (ISO 7064 MOD 11-2) */
function hasIdentityCheckDigit(number: string): boolean {
  const sum = identityWeights.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17);
}

/** Values of the first letter, A to Z, in Taiwan's identity numbers. */
const taiwanLetters = [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];

function hasTaiwanCheckDigit(number: string): boolean {
  const letter = taiwanLetters[number.charCodeAt(0) - 65] ?? 0;
  const digits = [Math.floor(letter / 10), letter % 10, ...[...number.slice(1)].map(Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0) % 10 === 0;
}

/** Lengths by issuer: UnionPay 16 to 19, Visa 16, Mastercard 16, JCB 16, American Express 15 digits. */
const issuers = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3[47]\d{13}$/,
];

function isBankCard(number: string): boolean {
  return issuers.some((issuer) => issuer.test(number)) && hasLuhnDigit(number);
}

/** ISO/IEC 7812-1, annex B */
function hasLuhnDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** Looks outwards from each `@`, at most 64 characters to the left and 255 to the right, so that long runs of letters cost little. */
function findEmails(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,63})$/.exec(text.slice(Math.max(0, at - 64), at))?.[0];
    const host = /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/.exec(text.slice(at + 1, at + 256))?.[0];
    if (name === undefined || host === undefined || isReservedHost(host)) continue;
    found.push({ kind: 'email', value: `${name}@${host}`, start: at - name.length, end: at + 1 + host.length });
  }
  return found;
}

/** Names that RFC 2606 keeps for examples. */
function isReservedHost(host: string): boolean {
  return /(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid)$/i.test(host);
}

function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
