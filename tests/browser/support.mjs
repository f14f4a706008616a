// What the browser tests, the benchmark and the screenshots share: the site behind nginx, one
// Chromium, and pages that remember what went wrong in them.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { start } from "../../tools/serve-nginx.mjs";
import { leadTo } from "./faulty-line.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** QAWLAN_DIST tests another build than the last. */
export const DIST = process.env.QAWLAN_DIST ?? `${ROOT}dist`;
/**
 * What the Chromium of the tests does without: pages of its own below the address bar and a process
 * held ready, made for every window, which cost a test more than what it tests. It obeys the last
 * such list alone, so those that Playwright gives are here, too, but for other systems'.
 */
const WITHOUT = [
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  // Playwright's.
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];
/** What every Chromium here is started with, Lighthouse's too, which is to have all else as readers have it. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function chromiumPath() {
  return execFileSync(`${ROOT}tools/chromium.sh`, { encoding: "utf8" }).trim();
}

let launched;
function browser() {
  launched ??= chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, `--disable-features=${WITHOUT.join(",")}`] });
  return launched;
}

/** Call when a file's tests are done, or node waits for the browser for ever. */
export async function closeBrowser() {
  await (await launched)?.close();
  launched = undefined;
}

/**
 * Serves dist/, by default below a path, as on a host that keeps other things at its root.
 * `fault(path)` may spoil answers, as `leadTo` says.
 */
export async function startSite({ basePath = "/some/where/", fault } = {}) {
  const site = await start({ root: DIST, basePath });
  if (!fault) return site;
  const line = await leadTo(site, fault);
  const stop = async () => {
    await line.stop();
    await site.stop();
  };
  return { url: line.url, stop };
}

/**
 * Opens `<site><lang>/<path>` in a context of its own and waits until the app has started or
 * has said that it can't. Close the answer's `context` when done.
 *
 * - `errors` collects console errors and uncaught exceptions;
 * - `foreign` collects addresses on other hosts that were asked for;
 * - `responses` collects the addresses that were answered, each once.
 */
export async function openPage({
  site,
  lang = "ar",
  path = "",
  width = 1280,
  height = 800,
  scale = 1,
  colorScheme = "light",
  javaScriptEnabled = true,
  waitForApp = javaScriptEnabled,
  prepare = async () => {},
}) {
  const context = await (await browser()).newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    javaScriptEnabled,
    locale: lang,
  });
  const page = await context.newPage();
  const errors = [];
  const foreign = [];
  const responses = new Set();
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(site.url).origin) foreign.push(request.url());
  });
  page.on("response", (response) => responses.add(response.url()));
  await prepare(page);
  const response = await page.goto(new URL(`${lang}/${path}`, site.url).href, { waitUntil: "load" });
  if (waitForApp) await page.waitForSelector("html[data-app=running], html[data-app=failed]", { state: "attached" });
  return { context, page, response, errors, foreign, responses };
}

/** Brings every part of a page into view once, as a reader does, so that what loads late has loaded. */
export async function scrollThrough(page) {
  for (let top = 0; ; ) {
    const { height, end } = await page.evaluate((y) => {
      scrollTo({ top: y, behavior: "instant" });
      return { height: innerHeight, end: document.documentElement.scrollHeight };
    }, top);
    // Two frames, however long they take, for observers of what is in view.
    await page.waitForTimeout(50);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    top += height;
    if (top >= end) break;
  }
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
}
