import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["site/", ".cache/", ".venv/", "docs/snippets/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["web/**/*.js"],
    languageOptions: { globals: { ...globals.browser, importScripts: "readonly", MEANINGS: "readonly" } },
    rules: {
      complexity: ["error", 15],
      "max-lines": ["error", 400],
      "no-control-regex": "off", // The regular expressions look for what people paste, control characters too.
      "no-shadow": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  { files: ["tests/scripts/**/*.mjs"], languageOptions: { globals: globals.node }, rules: { "no-control-regex": "off" } },
];
