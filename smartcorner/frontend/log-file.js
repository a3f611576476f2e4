'use strict';

/*
 * The trainer's log as a file for spreadsheets: rules alone, which Python runs in tests.
 * Excel set to French, Dutch or German of Belgium wants semicolons, and the mark at the
 * start (BOM) to know that letters are UTF-8; LibreOffice reads the same.
 */
const logFile = (() => {
  /**
   * A field in quotes, on one line. What a spreadsheet would run as a formula stays a text: an
   * apostrophe stands before it.
   * @param {unknown} value
   */
  const field = (value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return `"${value}"`;
    // eslint-disable-next-line no-control-regex -- no spreadsheet needs them, some obey them
    const text = String(value).replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
    return `"${(/^[=+\-@|%＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  };
  /** @param {unknown[][]} rows the first has the names of the columns */
  const csv = (rows) => `\ufeff${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
  return { csv };
})();
