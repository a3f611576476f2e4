/*
 * FR  Réglages des appareils. Changez ce qui suit les deux-points, puis rechargez la page.
 *     Une ligne fausse : la page dit quoi écrire. Gardez une copie avant une mise à jour.
 * EN  Presets of the devices. Change what follows the colons, then reload the page.
 *     A wrong line: the page says what to write. Keep a copy before an update.
 * FR/EN  trainers/operate.html
 */
window.smartcornerCorner = {
  // "shared": à plusieurs, several people's; "own": à une personne, one person's; "ask": on demande, people are asked
  device: "ask",

  // Appareil partagé, shared device: minutes, 1–120
  idleMinutes: 10,

  // Adresse du site, the site's address: "https://example.org/smartcorner/"
  baseAddress: "",

  // Mot sur l'accueil, words on the home page: "Atelier CV jeudi à 14 h."
  message: "",
};
