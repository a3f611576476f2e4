'use strict';

/* Comes after the library that makes QR codes; `package pdf` runs it too, without a page. */

/**
 * Makes a text's QR code.
 * @param {string} text
 * @returns {{size: number, path: string}} how many squares wide it is, and the dark ones as an SVG path
 */
function smartcornerCode(text) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size, path };
}

/**
 * Draws a text's QR code, dark on light with its quiet edge.
 * @param {string} text
 * @returns {SVGElement}
 */
function smartcornerCodeDrawn(text) {
  const { size, path } = smartcornerCode(text);
  const name = 'http://www.w3.org/2000/svg';
  const [svg, ground, marks] = ['svg', 'rect', 'path'].map((kind) => /** @type {SVGElement} */ (document.createElementNS(name, kind)));
  svg.setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  for (const side of ['x', 'y']) ground.setAttribute(side, '-4');
  for (const side of ['width', 'height']) ground.setAttribute(side, String(size + 8));
  ground.setAttribute('fill', '#fff');
  marks.setAttribute('d', path);
  svg.append(ground, marks);
  return svg;
}
