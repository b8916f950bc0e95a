// Checks HTML files for accessibility with axe-core in headless Chromium: node tools/axe.mjs FILE.html ...
// Every file is tried in light and dark, wide and narrow. Exit 0: no violations. 1: violations. 2: wrong use or no browser.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
];

const files = process.argv.slice(2);
if (!files.length || files.some((file) => !existsSync(file)) || !existsSync(BROWSER)) {
  console.error(`use: node tools/axe.mjs FILE.html ...  (browser: ${BROWSER}, or the variable CHROMIUM)`);
  process.exit(2);
}

/** Return what is wrong with one file in one view, a line for each. */
async function look(browser, file, { width, colorScheme }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const own = pathToFileURL(resolve(file)).href;
  await page.goto(own);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  // The whole file counts, also what is folded.
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), TAGS);
  await context.close();
  return [
    ...violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n    ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join("\n    ")}`),
    ...(wide ? ["reflow: the page is wider than the screen"] : []),
    ...asked.filter((url) => url !== own).map((url) => `request: ${url}`),
  ];
}

const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let wrong = 0;
for (const file of files) {
  for (const view of VIEWS) {
    for (const line of await look(browser, file, view)) {
      wrong += 1;
      console.log(`${file} [${view.width} ${view.colorScheme}] ${line}`);
    }
  }
}
await browser.close();
console.log(`${files.length} file(s), ${VIEWS.length} views each: ${wrong} violation(s)`);
process.exit(wrong ? 1 : 0);
