// `make bench`: what the site weighs against budgets.json, and how soon it is there. The tests
// call the same measurements. Sizes are brotli at quality 11, as a host would precompress.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { closeBrowser, DIST, openPage, scrollThrough, startSite } from "../tests/browser/support.mjs";

export const budgets = JSON.parse(readFileSync(new URL("../budgets.json", import.meta.url), "utf8"));

const sizes = new Map();
/** The compressed size of a file of dist/, in KB. */
function size(path) {
  if (!sizes.has(path)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    sizes.set(path, brotliCompressSync(readFileSync(join(DIST, path)), { params }).length / 1024);
  }
  return sizes.get(path);
}
const sum = (paths) => paths.reduce((total, path) => total + size(path), 0);

function files() {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
}

export const languages = () =>
  JSON.parse(readFileSync(new URL("../public/data/manifest.json", import.meta.url), "utf8")).languages.map(
    (language) => language.code,
  );

/** What lies in dist/, by part: `[{ part, paths, kb }]`, the parts with a budget first. */
export function measureFiles() {
  const leaflet = (path) => path.startsWith("leaflet-");
  const parts = { wasm: [], js: [], css: [], leaflet: [], data: [] };
  for (const path of files()) {
    if (leaflet(path)) parts.leaflet.push(path);
    else if (path.endsWith(".wasm")) parts.wasm.push(path);
    else if (path.endsWith(".js")) parts.js.push(path);
    else if (path.endsWith(".css")) parts.css.push(path);
    else if (path.startsWith("published/")) parts.data.push(path);
  }
  return Object.entries(parts).map(([part, paths]) => ({ part, paths, kb: sum(paths) }));
}

/** The heaviest event's page with the style sheets it links to: what is needed before any script. */
export function measureEventPage() {
  const css = measureFiles().find(({ part }) => part === "css").kb;
  const pages = files().filter((path) => /^[^/]+\/events\/[^/]+\/index\.html$/.test(path));
  const heaviest = pages.sort((one, other) => size(other) - size(one))[0];
  return heaviest && { path: heaviest, kb: size(heaviest) + css };
}

/** A visit to the explorer in Chromium, scrolled to its end so that the map loads. */
export async function measureVisit(lang) {
  const site = await startSite();
  try {
    const began = performance.now();
    const { context, page, errors, foreign, responses } = await openPage({ site, lang, width: 360, height: 740 });
    const startedMs = performance.now() - began;
    await scrollThrough(page);
    // On a phone the map is a view of its own.
    await page.locator(".pane-switch a[href*='view=map']").click();
    await page.locator(".leaflet-container").waitFor();
    await page.waitForLoadState("networkidle");
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );
    await context.close();
    const paths = [...responses]
      .filter((address) => address.startsWith(site.url))
      .map((address) => decodeURIComponent(new URL(address).pathname.slice(new URL(site.url).pathname.length)))
      .map((path) => (path === "" || path.endsWith("/") ? `${path}index.html` : path));
    return { lang, paths, kb: sum(paths), errors, foreign, startedMs, paintedMs };
  } finally {
    await site.stop();
  }
}

function row(what, kb, budget) {
  const verdict = budget === undefined ? "" : ` of ${budget}  ${kb <= budget ? "ok" : "OVER"}`;
  console.log(`${what.padEnd(44)} ${kb.toFixed(1).padStart(7)}${verdict}`);
  if (kb > budget) process.exitCode = 1;
}

async function main() {
  console.log(`Sizes in ${budgets.unit}`);
  for (const { part, paths, kb } of measureFiles()) {
    row(part, kb, budgets[part]);
    for (const path of paths) row(`  ${path}`, size(path));
  }
  const event = measureEventPage();
  if (event) row(`event page and CSS: ${event.path}`.slice(0, 60), event.kb, budgets.event_page);
  for (const lang of languages()) {
    const visit = await measureVisit(lang);
    console.log();
    row(`visit to the explorer with map (${lang})`, visit.kb, budgets.visit);
    for (const path of visit.paths.sort((one, other) => size(other) - size(one))) row(`  ${path}`, size(path));
    console.log(`requests to other hosts: ${visit.foreign.length}; console errors: ${visit.errors.length}`);
    console.log(`first paint ${visit.paintedMs.toFixed(0)} ms, app started ${visit.startedMs.toFixed(0)} ms (this machine, no throttling)`);
    if (visit.foreign.length + visit.errors.length > 0) process.exitCode = 1;
  }
  await closeBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
