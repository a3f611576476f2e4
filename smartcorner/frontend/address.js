'use strict';

/* Comes with what shows an address. */

/**
 * Says which address others can use, of those that an operator set. One of this very
 * device is none for them; one of a room is local.
 * @param {string} base
 */
SmartCorner.address = (base) => {
  const host = base ? new URL(base).hostname : '';
  if (!host || /^(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(host)) return { base: '', local: false };
  const inside = /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^\[f[cde]|\.(local|lan|home|internal)$|^[^.:]+$/.test(host);
  return { base, local: inside };
};
