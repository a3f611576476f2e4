'use strict';

/**
 * What a lesson keeps on the device, under its own keys: where it stands, what its trainer
 * likes, the log.
 * @param {boolean} quiet nothing is kept
 */
const lessonKept = (quiet) => {
  const prefix = `sc:${SmartCorner.site}:lesson`;
  /** @param {string} name @returns {any} */
  const read = (name) => {
    try {
      return JSON.parse(localStorage.getItem(prefix + name) || '{}') || {};
    } catch (error) {
      return error ? {} : {}; // forbidden or damaged: the lesson begins at its start
    }
  };
  /** @param {string} name @param {object} value */
  const write = (name, value) => {
    try {
      if (!quiet) localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch (error) {
      if (!error) throw error; // full or forbidden: the place is only not kept
    }
  };
  /** @param {LogLine | null} line one to write, in the place of the same one before @returns {LogLine[]} */
  const log = (line) => {
    const found = read('-log').lines;
    const lines = Array.isArray(found) ? found : [];
    if (line) write('-log', { v: 1, lines: [...lines.filter(({ id }) => id !== line.id), line] });
    return lines;
  };
  return { read, write, log };
};
