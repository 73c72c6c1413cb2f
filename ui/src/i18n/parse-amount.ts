/** The ASCII digit that a digit of any script of ours stands for. */
function asciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/**
 * Whole minor units of what was typed, in any digits and with any separators: `180`, `١٨٠`, `1٨0`,
 * `1,240.50`, `٤٫٥`. A comma parts groups when three digits follow it and the currency has not three
 * decimals itself. None for what is no amount.
 */
export function parseAmount(typed: string, decimals: number): number | null {
  const plain = asciiDigits(typed)
    .replace(/[\u066b]/gu, '.')
    .replace(/[\u066c\s]/gu, '')
    .replace(/[\u060c]/gu, ',');
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/u.test(plain);
  const isGroups = grouped && (decimals !== 3 || plain.includes('.'));
  const text = isGroups ? plain.replace(/,/gu, '') : plain.replace(',', '.');
  const parts = /^(\d{1,12})(?:\.(\d*))?$/u.exec(text);
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  if (fraction.length > decimals) return null;
  return Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, '0') || '0');
}
