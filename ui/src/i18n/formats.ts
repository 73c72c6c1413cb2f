/**
 * Formatters are slow to make and quick to use, above all in WebKitGTK: a list that made one per row
 * took longer to paint than to read. Each is made once.
 */
const made = new Map<string, unknown>();

function once<Format>(key: string, make: () => Format): Format {
  const known = (made.get(key) as Format | undefined) ?? make();
  made.set(key, known);
  return known;
}

export function numberFormat(tag: string): Intl.NumberFormat {
  return once(`number ${tag}`, () => new Intl.NumberFormat(tag));
}

export function moneyFormat(tag: string, currency: string): Intl.NumberFormat {
  return once(
    `money ${tag} ${currency}`,
    () => new Intl.NumberFormat(tag, { style: 'currency', currency }),
  );
}

/** For what is listed with "and" before the last. */
export function listFormat(tag: string): Intl.ListFormat {
  return once(`list ${tag}`, () => new Intl.ListFormat(tag, { type: 'conjunction' }));
}

export function dateFormat(
  tag: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `date ${tag} ${zone} ${JSON.stringify(options)}`;
  return once(key, () => new Intl.DateTimeFormat(tag, { ...options, timeZone: zone }));
}
