// Articles of another origin in which a reader meets events: the sample host pages, opened so that
// nothing in them may fail unnoticed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startHost } from "./host-page.mjs";
import { eventually } from "./reader.mjs";
import { closeBrowser, openPage, startSite } from "./support.mjs";

/** How often each path of the site was asked for. */
export const asked = new Map();
/** For one test: what is made another in a sample, and which paths of the site answer with an error. */
export const spoiled = { change: (text) => text, isBroken: () => false };
const unspoiled = { ...spoiled };

/** The site, and the host of the samples, from `start()` to `stop()`. */
export const served = { site: undefined, host: undefined };

export async function start() {
  const fault = (path) => {
    asked.set(path, (asked.get(path) ?? 0) + 1);
    return spoiled.isBroken(path) ? { status: 503 } : undefined;
  };
  served.site = await startSite({ fault });
  served.host = await startHost({ site: served.site, change: (text, name) => spoiled.change(text, name) });
}

export async function stop() {
  await closeBrowser();
  await served.host.stop();
  await served.site.stop();
}

/**
 * Declares a test in which a reader opens articles. No article's console may tell an error, but
 * those that are expected.
 */
export function article(sentence, flow, { expects = /(?!)/ } = {}) {
  test(sentence, { timeout: 180_000 }, async () => {
    const opened = [];
    const open = async (name, { prepare = async () => {}, ...options } = {}) => {
      const visited = await openPage({ site: served.host, lang: "en", path: `${name}.html`, width: 800, waitForApp: false, ...options, prepare: async (page) => {
        await page.addInitScript(watchShifts);
        await prepare(page);
      } });
      opened.push(visited);
      visited.page.setDefaultTimeout(15_000);
      return visited;
    };
    try {
      await flow(open);
      for (const { errors } of opened) assert.deepEqual(errors.filter((error) => !expects.test(error)), [], "errors in the console");
    } finally {
      Object.assign(spoiled, unspoiled);
      for (const { context } of opened) await context.close();
    }
  });
}

/** Runs in the page: collects in `shifts` what moved in it by itself. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      // Below what Lighthouse rounds to nothing.
      if (value >= 0.0005) window.shifts.push(`${value.toFixed(4)}: ${sources.map(({ node }) => node?.className || node?.nodeName)}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** The document of the frame that shows an event, once it is there. */
export const frameOf = (page, id) =>
  eventually(() => {
    const frame = page.frames().find((frame) => frame.url().includes(`/embed/events/${id}/`));
    assert.ok(frame, `no frame of ${id}`);
    return frame;
  });

/** The height that a frame's words need. */
export const contentHeight = (frame) => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** Waits until an element on the host page is as tall as its frame's words. */
export const fits = (element, frame, limit = Infinity) =>
  eventually(async () => {
    const needed = Math.min(limit, await contentHeight(frame));
    const { height } = await element.boundingBox();
    assert.ok(needed > 150 && Math.abs(height - needed) <= 1, `${height} for ${needed}`);
  });

export const isShown = (page, selector = "qawlan-embed") =>
  eventually(async () => assert.equal(await page.locator(`${selector} iframe`).first().evaluate((frame) => getComputedStyle(frame).opacity), "1"));
