// The app takes the static page over without taking anything from the reader's hands.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { allEvents, byId, episodes, events, eventsOfEpisode, nameOf, parties, plain } from "./records.mjs";
import { eventually, inBothDirections, named } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const title = (id, lang) => byId(events, id).title[lang];

/** Notes every id that stands twice, at any moment, and everything that moves. */
const watchPage = () => {
  window.twice = [];
  window.shifts = [];
  new MutationObserver(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    window.twice.push(...ids.filter((id, n) => ids.indexOf(id) !== n));
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      // Below what Lighthouse rounds to nothing.
      if (value >= 0.0005) window.shifts.push(`${value}: ${sources.map(({ node }) => node?.className)}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
};

/** A few frames, in which whatever can happen has happened. */
const frames = async () => {
  for (let n = 0; n < 4; n += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
};

/**
 * Opens a page whose app can't start yet. The answer's `offer` lets it start and waits until it
 * offers its page; `isTakenOver` tells whether that stands there.
 */
async function opened(visit, options = {}) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  const prepare = async (page) => {
    await page.addInitScript(watchPage);
    await page.route("**/index.json", async (route) => {
      await released;
      await route.continue();
    });
    await options.prepare?.(page);
  };
  const reader = await visit({ ...options, prepare, waitForApp: false });
  const { page } = reader;
  await page.locator("html[data-app=starting]").waitFor();
  await page.evaluate(() => {
    document.getElementById("page").dataset.isStatic = "";
    const { takeOver } = window.qawlan;
    window.qawlan.takeOver = (fresh) => {
      window.isOffered = true;
      return takeOver(fresh);
    };
  });
  const offer = async () => {
    await page.evaluate(frames);
    await page.evaluate(() => { window.shifts = []; });
    release();
    await page.waitForFunction(() => window.isOffered);
    await page.evaluate(frames);
  };
  const isTakenOver = () => page.evaluate(() => !("isStatic" in document.getElementById("page").dataset));
  return { reader, page, offer, isTakenOver };
}

const becomesTheApps = ({ page, isTakenOver }) =>
  eventually(async () => {
    assert.ok(await isTakenOver());
    assert.equal(await page.locator("html").getAttribute("data-app"), "running");
  });

/** Since the app offered its page nothing has moved, and no id ever stood twice. */
async function sawNoSwap({ page }) {
  assert.deepEqual(await page.evaluate(() => window.twice), [], "ids that stood twice");
  assert.deepEqual(await page.evaluate(() => window.shifts), [], "what moved");
}

inBothDirections("a page that nobody touches is taken over at once and nothing moves", at, async ({ visit }) => {
  for (const path of ["", `events/${outbreak}/`, "episodes/2022-september/"]) {
    for (const width of [360, 1280]) {
      const it = await opened(visit, { path, width });
      await it.offer();
      await becomesTheApps(it);
      await sawNoSwap(it);
    }
  }
});

inBothDirections("selected text stays selected until the reader lets it go", at, async ({ lang, visit }) => {
  const it = await opened(visit, { path: `events/${outbreak}/` });
  const select = () => getSelection().selectAllChildren(document.querySelector("h1"));
  await it.page.evaluate(select);
  await it.offer();
  assert.ok(!(await it.isTakenOver()));
  assert.equal(plain(await it.page.evaluate(() => String(getSelection()))), title(outbreak, lang));
  await it.page.evaluate(() => getSelection().removeAllRanges());
  await becomesTheApps(it);
  await sawNoSwap(it);
});

inBothDirections("a search that is being typed isn't interrupted, and is obeyed once the box is left", at, async ({ lang, visit }) => {
  const it = await opened(visit);
  const words = title(outbreak, lang);
  await it.reader.searchBox.pressSequentially(words);
  await it.offer();
  assert.ok(!(await it.isTakenOver()));
  await it.page.keyboard.press("Tab");
  await becomesTheApps(it);
  assert.equal(await it.reader.searchBox.inputValue(), words);
  await it.reader.seesEvents([outbreak]);
  await it.reader.seesAddress({ path: "", q: words });
});

inBothDirections("Enter in the search box ends the waiting, and the caret stays where it was", at, async ({ lang, visit }) => {
  const it = await opened(visit);
  const words = title(outbreak, lang);
  await it.reader.searchBox.pressSequentially(words);
  await it.reader.searchBox.evaluate((box) => box.setSelectionRange(2, 5));
  await it.offer();
  assert.ok(!(await it.isTakenOver()));
  await it.page.keyboard.press("Enter");
  await becomesTheApps(it);
  await it.reader.seesEvents([outbreak]);
  const { isActive, caret } = await it.reader.searchBox.evaluate((box) => ({
    isActive: box === document.activeElement,
    caret: [box.selectionStart, box.selectionEnd],
  }));
  assert.ok(isActive);
  assert.deepEqual(caret, [2, 5]);
});

inBothDirections("a filter chosen before the app came is obeyed when it comes, and stays open", at, async ({ lang, visit }) => {
  const it = await opened(visit);
  const name = nameOf(episodes, "2021-november", lang);
  await it.reader.choose("episode", name);
  await it.reader.seesEvents(allEvents);
  await it.offer();
  await becomesTheApps(it);
  await it.reader.seesEvents(eventsOfEpisode("2021-november"));
  await it.reader.seesAddress({ path: "", episode: "2021-november" });
  const box = it.reader.choice(it.reader.filters, name);
  assert.ok((await box.isVisible()) && (await box.isChecked()));
  assert.ok(await box.evaluate((element) => element === document.activeElement), "focus is on the filter");
});

inBothDirections("a filter chosen while the app waits ends the waiting", at, async ({ lang, visit }) => {
  const it = await opened(visit, { path: "?party=armenia", width: 360 });
  await it.reader.openFilter("episode");
  await it.offer();
  assert.ok(!(await it.isTakenOver()), "the filter that was opened is still in use");
  await it.reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await becomesTheApps(it);
  await it.reader.seesAddress({ path: "", party: "armenia", episode: "2021-november" });
  const filter = await it.reader.openFilter("party");
  const name = nameOf(parties, "armenia", lang);
  assert.ok(await it.reader.choice(filter, name).isChecked(), "what the link says still holds");
});

inBothDirections("days chosen before the app came are obeyed", at, async ({ visit }) => {
  const it = await opened(visit);
  const filter = await it.reader.openFilter("dates");
  await filter.locator("input").nth(0).fill("2021-11-01");
  await filter.locator("input").nth(1).fill("2021-11-30");
  await it.offer();
  await becomesTheApps(it);
  await it.reader.seesAddress({ path: "", from: "2021-11-01", to: "2021-11-30" });
  await it.reader.seesEvents(eventsOfEpisode("2021-november"));
});

inBothDirections("what was opened stays open and what was closed stays closed", at, async ({ visit, words }) => {
  const it = await opened(visit, { path: "episodes/2022-september/" });
  const summary = it.page.locator("summary", { hasText: words.text("subject.episode-events") });
  const isOpen = (of) => of.evaluate((element) => element.parentElement.open);
  assert.equal(await isOpen(summary), false);
  await summary.click();
  await it.reader.openFilter("topic");
  await it.page.evaluate(() => document.activeElement.blur());
  await it.offer();
  await becomesTheApps(it);
  assert.equal(await isOpen(summary), true);
  const filters = await it.reader.filters.locator("summary").evaluateAll((all) => all.map((one) => one.parentElement.open));
  assert.equal(filters.filter(Boolean).length, 1);
  assert.equal(await isOpen(it.reader.filters.locator("summary", { hasText: words.text("facet.topic") })), true);
  await sawNoSwap(it);
});

inBothDirections("the page and a list within it stay where they were scrolled to", at, async ({ visit }) => {
  const it = await opened(visit, { path: `events/${outbreak}/`, width: 800 });
  await it.reader.openFilter("topic");
  const scroll = () => ({ page: scrollY, list: document.querySelector("details[open] .choices").scrollTop });
  await it.page.evaluate(() => {
    document.activeElement.blur();
    document.querySelector("details[open] .choices").scrollTop = 120;
    scrollTo({ top: 700, behavior: "instant" });
  });
  const before = await it.page.evaluate(scroll);
  assert.deepEqual(before, { page: 700, list: 120 });
  await it.offer();
  await becomesTheApps(it);
  assert.deepEqual(await it.page.evaluate(scroll), before);
  await sawNoSwap(it);
});

inBothDirections("a finger on the page or a button held down is waited for", at, async ({ visit }) => {
  const it = await opened(visit, { path: `events/${outbreak}/`, width: 360 });
  const session = await it.page.context().newCDPSession(it.page);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x: 180, y: 500 }]);
  await it.offer();
  assert.ok(!(await it.isTakenOver()), "a finger is down");
  // The browser scrolls with the finger, and cancels its pointer.
  for (let y = 480; y >= 300; y -= 20) await touch("touchMove", [{ x: 180, y }]);
  await it.page.waitForFunction(() => scrollY > 0);
  assert.ok(!(await it.isTakenOver()), "the finger scrolls");
  await touch("touchEnd", []);
  await becomesTheApps(it);

  const held = await opened(visit, { path: `events/${outbreak}/` });
  await held.page.mouse.move(700, 60);
  await held.page.mouse.down();
  await held.offer();
  assert.ok(!(await held.isTakenOver()), "a button is held");
  await held.page.mouse.up();
  await becomesTheApps(held);
});

inBothDirections("a link in focus stays in focus, also where the list is another", at, async ({ lang, visit }) => {
  const it = await opened(visit, { path: "?episode=2022-september" });
  const link = it.reader.list.getByRole("link", { name: named(title(outbreak, lang)) });
  await link.focus();
  await it.offer();
  await becomesTheApps(it);
  await it.reader.seesEvents(eventsOfEpisode("2022-september"));
  assert.ok(await link.evaluate((element) => element === document.activeElement));
});

/** Waits until the page has stood still for half a second: on a busy machine it glides by fits. */
const comesToRest = (page) =>
  page.waitForFunction(() => {
    const { at, since } = window.restsAt ?? {};
    if (at !== scrollY) window.restsAt = { at: scrollY, since: performance.now() };
    return scrollY > 0 && at === scrollY && performance.now() - since > 500;
  }, undefined, { polling: 50 });

inBothDirections("a page that still glides to a claim is taken over when it is there", at, async ({ visit }) => {
  const path = `events/${outbreak}/`;
  const still = await visit({ path });
  const id = await still.page.locator("article[id^=claim-]").last().getAttribute("id");
  const it = await opened(visit, { path });
  await it.page.evaluate((id) => { location.hash = id; }, id);
  await it.page.waitForFunction(() => scrollY > 0);
  await it.offer();
  await becomesTheApps(it);
  const { top } = await it.page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect());
  const height = await it.page.evaluate(() => innerHeight);
  assert.ok(top >= 0 && top < height, `the claim stands at ${top} of ${height}`);
});

inBothDirections("the claim that a link leads to stays marked and in sight, and the reader free to leave it", at, async ({ visit }) => {
  const path = `events/${outbreak}/`;
  const probe = await visit({ path });
  const id = await probe.page.locator("article[id^=claim-]").nth(6).getAttribute("id");
  for (const leaves of [false, true]) {
    const it = await opened(visit, { path: `${path}#${id}`, width: 360 });
    await comesToRest(it.page);
    if (leaves) await it.page.evaluate(() => scrollTo({ top: 40, behavior: "instant" }));
    const before = await it.page.evaluate(() => scrollY);
    await it.offer();
    await becomesTheApps(it);
    assert.ok(await it.page.locator(`[id="${id}"]`).evaluate((element) => element.matches(":target")));
    assert.equal(await it.page.evaluate(() => scrollY), before);
    await sawNoSwap(it);
  }
});

/** Puts a drawing of the map into the page that the server sends. */
const withDrawing = (page) =>
  page.route(`**/${""}`, async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const html = await response.text();
    const drawing = '<svg class="static-map" width="0" height="0"></svg><div class="map-canvas"';
    assert.ok(html.includes('<div class="map-canvas"'));
    return route.fulfill({ response, body: html.replace('<div class="map-canvas"', drawing) });
  });

inBothDirections("the drawing of the map stays until it would show other marks than the map", at, async ({ lang, visit }) => {
  const it = await opened(visit, { width: 360, prepare: withDrawing });
  const drawing = it.page.locator(".map-box > .static-map");
  await it.offer();
  await becomesTheApps(it);
  assert.equal(await drawing.count(), 1);
  await it.reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await eventually(async () => assert.equal(await drawing.count(), 0));
  const filtered = await opened(visit, { path: "?episode=2021-november", width: 360, prepare: withDrawing });
  await filtered.offer();
  await becomesTheApps(filtered);
  assert.equal(await filtered.page.locator(".static-map").count(), 0, "it shows marks that the link filters out");
});
