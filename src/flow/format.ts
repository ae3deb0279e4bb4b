// Labels, dates and numbers as a language writes them; all from the template, nothing from the machine's locale.
import type { Labels } from '../theme/index.ts';

/** "Side {page} af {pages}" → "Side 3 af 40". */
export function fill(label: string, fields: Readonly<Record<string, string>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => fields[name] ?? whole);
}

/** "2026-02-26" → "26. februar 2026". */
export function formatDate(iso: string, labels: Labels): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return iso;
  const month = labels.months[Number(match[2]) - 1];
  if (month === undefined) return iso;
  return fill(labels.date, { day: String(Number(match[3])), month, year: match[1] ?? '' });
}

/** A sum has no more that are true. */
const MOST_DECIMALS = 15;

/** 247620.5 → "247.620,5": rounded half away from zero at `decimals`. */
export function formatNumber(value: number, decimals: number, labels: Labels): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(Math.min(decimals, MOST_DECIMALS)).split('.');
  let grouped = '';
  for (let index = 0; index < whole.length; index += 1) {
    if (index > 0 && (whole.length - index) % 3 === 0) grouped += labels.thousands;
    grouped += whole.charAt(index);
  }
  const digits = fraction === undefined ? grouped : `${grouped}${labels.decimal}${fraction}`;
  // A true minus sign: as wide as a figure, where a hyphen is short.
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}
