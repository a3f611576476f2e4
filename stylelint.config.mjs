// Styles for Chromium 69, for languages that run either way, with colours in one place.
const TOO_NEW = ["min", "max", "clamp"];
const colours = {
  "color-named": "never",
  "color-no-hex": true,
  "function-disallowed-list": [...TOO_NEW, /^(rgb|hsl)a?$/],
};
const anywhere = { "color-no-hex": null, "function-disallowed-list": TOO_NEW };

export default {
  extends: "stylelint-config-recommended",
  plugins: ["stylelint-no-unsupported-browser-features"],
  ignoreFiles: ["**/{node_modules,.venv,.venv-tv,.cache,build,site,dist}/**"],
  reportNeedlessDisables: true,
  rules: {
    ...colours,
    "plugin/no-unsupported-browser-features": [
      true,
      {
        ignorePartialSupport: true, // what Chromium 69 lacks of logical properties stands below
        ignore: [
          "css-math-functions", // sees min() in minmax()
          "css-focus-visible", // always a rule of its own
          "css-not-sel-list", // sees a list in `:not(a) b, c`; selector-not-notation knows better
          "prefers-color-scheme", // skipped, until the person chooses
        ],
      },
    ],
    "selector-not-notation": "simple",
    // Sides are those of the reading direction (-inline-start), one by one in Chromium 69.
    "property-disallowed-list": [
      /(^|-)(left|right)(-|$)/,
      /^inset/,
      /^(margin|padding|border|scroll-.*)-(inline|block)$/,
      /^border-(start|end)-(start|end)-radius$/,
    ],
    "declaration-property-value-disallowed-list": { "/./": /(^|\s)(left|right)(\s|$)/ },
    // Chromium 69 knows `grid-gap`; the name `gap` would do nothing in a flex box there.
    "property-no-deprecated": [true, { ignoreProperties: ["clip", "grid-gap"] }],
    "no-descending-specificity": null, // read by component
  },
  overrides: [
    {
      // guide.css gives the theme its colours, which stay light on a device that asks for dark.
      files: ["smartcorner/frontend/tokens.css", "smartcorner/frontend/guide.css"],
      rules: anywhere,
    },
  ],
};
