/*
 * FR  Réglages des appareils : voyez trainers/operate.html. Changez ce qui suit les
 *     deux-points, puis rechargez la page. Une ligne fausse : la page dit quoi écrire.
 * EN  Presets of the devices: see en/trainers/operate.html. Change what follows the
 *     colons, then reload the page. A wrong line: the page says what to write.
 */
window.smartcornerCorner = {
  device: "ask", // "shared", "own", "ask"
  idleMinutes: 10, // 1–120
  baseAddress: "", // "https://example.org/smartcorner/"
  message: "", // "Atelier CV jeudi à 14 h."
};
