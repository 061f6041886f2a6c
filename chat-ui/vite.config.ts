import { defineConfig } from "vitest/config";

/** The gateway that the development server passes API calls on to. */
const gateway = process.env["MINGSHU_URL"] ?? "http://127.0.0.1:7070";

const web = `${import.meta.dirname}/src/main/web/`;
const ELEMENT = "mingshu-chat";

export default defineConfig({
  root: "src/main/web",
  // Relative, so that the page also works below a path.
  base: "./",
  build: {
    outDir: "../../../target/classes/static",
    emptyOutDir: true,
    target: "es2022",
    // A module polyfill would be an inline script, which our content security policy forbids.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What the licences of the libraries ask for: their notices travel with them.
    license: { fileName: "licenses.txt" },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Beside the page the element for other people's pages, under a name that they can rely on.
      input: { index: `${web}index.html`, [ELEMENT]: `${web}embed/element.tsx` },
      output: { entryFileNames: ({ name }) => (name === ELEMENT ? "[name].js" : "assets/[name]-[hash].js") },
    },
  },
  server: {
    proxy: { "/api": gateway },
  },
  test: {
    root: ".",
    include: ["src/test/web/**/*.test.{ts,tsx}"],
    environment: "happy-dom",
  },
});
