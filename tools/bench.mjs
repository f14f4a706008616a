// `make bench`: what the site weighs against budgets.json, and how soon it is there. The tests
// call the same measurements, but for the timings. Sizes are brotli at quality 11, as the build
// compresses for hosts.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { closeBrowser, DIST, openPage, scrollThrough, startSite } from "../tests/browser/support.mjs";
import { startHost } from "../tests/browser/host-page.mjs";
import { audit } from "./lighthouse.mjs";

export const budgets = JSON.parse(readFileSync(new URL("../budgets.json", import.meta.url), "utf8"));

/** Lighthouse's timings differ from run to run: the middle one of so many counts. */
const SPEED_RUNS = 3;
/** The sample host page with one event. */
export const ARTICLE = "dark.html";
const TIMES = {
  "first-contentful-paint": "first paint",
  "largest-contentful-paint": "largest paint",
  "speed-index": "speed index",
  "total-blocking-time": "blocked",
};

const sizes = new Map();
/** The compressed size of a file of dist/, in KB. Small files and drafts have no `.br` to look at. */
function size(path) {
  if (!sizes.has(path)) sizes.set(path, compressedBytes(join(DIST, path)) / 1024);
  return sizes.get(path);
}
function compressedBytes(file) {
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(file), { params }).length;
}
const sum = (paths) => paths.reduce((total, path) => total + size(path), 0);

function files() {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
}

export const languages = () =>
  JSON.parse(readFileSync(new URL("../public/data/manifest.json", import.meta.url), "utf8")).languages.map(
    (language) => language.code,
  );

/**
 * What lies in dist/, by part: `[{ part, paths, kb }]`, the parts with a budget first. What others'
 * pages load of the site, and samples of such pages, are no part of what its own pages load.
 */
export function measureFiles() {
  const leaflet = (path) => path.startsWith("leaflet-");
  // What a host page loads is of no reader of the site: the element has a budget of its own.
  const parts = { wasm: [], js: [], css: [], embed: [], leaflet: [], data: [] };
  for (const path of files().filter((path) => !path.startsWith("samples/"))) {
    if (leaflet(path)) parts.leaflet.push(path);
    else if (path === "embed.js") parts.embed.push(path);
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

/** The heaviest frame: one file, with all that it needs before the app. */
export function measureFrame() {
  const frames = files().filter((path) => /^[^/]+\/embed\/(.+\/)?index\.html$/.test(path));
  const heaviest = frames.sort((one, other) => size(other) - size(one))[0];
  return heaviest && { path: heaviest, kb: size(heaviest) };
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

/** The pages whose speed is measured: one of each kind that there is, of events the heaviest. */
function kindsOfPage(lang) {
  const event = measureEventPage()?.path.split("/")[2];
  const episodes = join(DIST, lang, "episodes");
  const episode = existsSync(episodes) ? readdirSync(episodes).sort()[0] : undefined;
  const kinds = {
    explorer: "",
    event: event && `events/${event}/`,
    episode: episode && `episodes/${episode}/`,
    method: "method/",
    reports: "reports/",
    glossary: "glossary/",
  };
  return Object.entries(kinds)
    .filter(([, path]) => path !== undefined && existsSync(join(DIST, lang, path, "index.html")))
    .map(([kind, path]) => ({ kind, path: `${lang}/${path}` }));
}

/** Lighthouse's performance score of a page: the middle one of several runs, with its times in ms. */
async function measureSpeed(url) {
  const runs = [];
  for (let run = 0; run < SPEED_RUNS; run += 1) {
    const { scores, values } = await audit(url, { categories: ["performance"] });
    const times = Object.entries(TIMES).map(([id, name]) => `${name} ${Math.round(values[id])}`);
    runs.push({ score: scores.performance, times });
  }
  runs.sort((one, other) => one.score - other.score);
  return { ...runs[Math.floor(SPEED_RUNS / 2)], all: runs.map(({ score }) => score) };
}

async function reportSpeed() {
  const least = budgets.lighthouse_performance;
  console.log(`\nLighthouse's performance, mobile, the middle one of ${SPEED_RUNS} runs; times in ms`);
  const site = await startSite();
  for (const lang of languages()) {
    for (const { kind, path } of kindsOfPage(lang)) {
      const { score, times, all } = await measureSpeed(`${site.url}${path}`);
      const verdict = `${String(score).padStart(7)} of ${least}  ${score >= least ? "ok" : "UNDER"}`;
      console.log(`${`${kind} (${lang})`.padEnd(44)} ${verdict}  runs ${all.join(" ")}: ${times.join(", ")}`);
      if (!(score >= least)) process.exitCode = 1;
    }
  }
  await site.stop();
}

/** A newspaper's article with an event in it, on another origin. */
async function reportArticle() {
  const least = budgets.lighthouse_article;
  const site = await startSite();
  const host = await startHost({ site });
  const { score, times, all } = await measureSpeed(`${host.url}${ARTICLE}`);
  const verdict = `${String(score).padStart(7)} of ${least}  ${score >= least ? "ok" : "UNDER"}`;
  console.log(`${"an article with an event in it".padEnd(44)} ${verdict}  runs ${all.join(" ")}: ${times.join(", ")}`);
  if (!(score >= least)) process.exitCode = 1;
  await host.stop();
  await site.stop();
}

function row(what, kb, budget) {
  const verdict = budget === undefined ? "" : ` of ${budget}  ${kb <= budget ? "ok" : "OVER"}`;
  console.log(`${what.padEnd(44)} ${kb.toFixed(1).padStart(7)}${verdict}`);
  if (kb > budget) process.exitCode = 1;
}

async function main() {
  console.log(`Sizes in ${budgets.unit_of_sizes}`);
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
  await reportSpeed();
  await reportArticle();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
