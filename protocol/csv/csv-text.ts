const needsQuotes = /[",\r\n]/;
/** What spreadsheets would run as a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as comma-separated values (RFC 4180), lines ended by CR LF. A field that a spreadsheet would take for a formula has an
 * apostrophe before it.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

function field(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
