/*
 * FR  Les réglages de vos appareils. Changez seulement ce qui suit les deux-points, puis rechargez la page.
 *     Si une ligne est fausse, la page le dit et montre quoi écrire ; en attendant, l'appareil compte
 *     comme partagé. Une mise à jour du site apporte un corner.js neuf : gardez une copie du vôtre.
 * EN  The presets of your devices. Change only what follows the colons, then reload the page.
 *     If a line is wrong, the page says so and shows what to write; meanwhile the device counts
 *     as shared. An update of the site brings a new corner.js: keep a copy of yours.
 */
window.smartcornerCorner = {
  // FR  À qui est l'appareil : "shared" (plusieurs personnes : le travail est effacé après la visite),
  //     "own" (une seule personne : le travail reste), "ask" (on demande une fois, après la première étape).
  // EN  Whose device it is: "shared" (several people: work is erased after the visit),
  //     "own" (one person: work stays), "ask" (people are asked once, after the first step).
  device: "ask",

  // FR  Appareil partagé : minutes sans un geste avant que la page se cache, de 1 à 120.
  //     Elle efface tout après le même temps encore.
  // EN  Shared device: minutes without a touch before the page is covered, from 1 to 120.
  //     It erases all after as long again.
  idleMinutes: 10,

  // FR  L'adresse du site sur votre réseau, par exemple "https://example.org/smartcorner/", ou "".
  // EN  The site's address on your network, for example "https://example.org/smartcorner/", or "".
  baseAddress: "",

  // FR  Un mot pour la salle, montré sur l'accueil, par exemple "Atelier CV jeudi à 14 h.", ou "".
  // EN  A word for the room, shown on the home page, for example "CV workshop on Thursday at 2 pm.", or "".
  message: "",
};
