// Our scripts are classic ones, in the language of 2018, for Chromium 69.
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import globals from "globals";

export default [
  {
    ignores: [
      "node_modules/", ".venv/", ".venv-tv/", ".cache/", "build/", "site/", "dist/",
    ],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Move nodes, or set textContent." },
        { property: "outerHTML", message: "Move nodes, or set textContent." },
        { property: "insertAdjacentHTML", message: "Move nodes, or set textContent." },
        { object: "document", property: "write", message: "Move nodes." },
      ],
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "It doesn't work from file://." },
        { name: "alert", message: "Use a <dialog> of the page." },
        { name: "confirm", message: "Use a <dialog> of the page." },
        { name: "prompt", message: "Use a <dialog> of the page." },
      ],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.js"],
    ...compat.configs["flat/recommended"],
  },
  {
    files: ["**/*.js"],
    languageOptions: {
      ecmaVersion: 2018,
      sourceType: "script",
      globals: globals.browser,
    },
    rules: {
      strict: ["error", "global"],
      // Scripts share top-level names: tsc, which reads them all, knows which exist.
      "no-undef": "off",
      "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["docs/**/*.js"], // operators edit it: as few lines of code as can be
    rules: { strict: "off" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
  },
];
