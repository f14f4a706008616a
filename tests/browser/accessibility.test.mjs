// No fault that axe can find: on the list, an event, an episode and the map, by day and by
// night, narrow and wide.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { bringAxe, runAxe } from "./axe.mjs";
import { directions } from "./records.mjs";
import { inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

/** What is looked at in a language: both widths and both colour schemes, and for one language of
 *  each direction of writing one with the other. */
const looks = (lang) =>
  directions.includes(lang)
    ? [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]]
    : [[1280, "dark"], [360, "light"]];

/** What axe finds as the page stands. */
async function violations(reader) {
  const { page } = reader;
  await bringAxe(page);
  const found = [];
  for (const [width, colorScheme] of looks(reader.lang)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await runAxe(page);
    found.push(...violations.map((words) => `${colorScheme} at ${width}: ${words}`));
  }
  return found;
}

const views = [
  ["the list", ""],
  ["an event", "events/2022-09-13-outbreak/"],
  ["an episode", "episodes/2022-september/"],
];
for (const [view, path] of views) {
  inEachLanguage(`axe finds no fault in ${view}`, at, async ({ visit }) => {
    assert.deepEqual(await violations(await visit({ path })), []);
  });
}

inEachLanguage("axe finds no fault in the map, its place card and an open filter", at, async ({ visit }) => {
  const reader = await visit({ path: "?view=map&place=goris" });
  await reader.enterMap();
  await reader.openFilter("topic");
  assert.deepEqual(await violations(reader), []);
  const { scrollWidth, clientWidth } = await reader.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return { scrollWidth, clientWidth };
  });
  assert.ok(scrollWidth <= clientWidth, "the map on a phone doesn't scroll sideways");
});

inBothDirections("axe finds no fault in what the page says of its failures", at, async ({ visit }) => {
  const reader = await visit({
    path: "?state=nonsense&q=zzzz",
    prepare: (page) => page.route("**/base-map.json", (route) => route.fulfill({ status: 200, body: "{" })),
  });
  await reader.map.scrollIntoViewIfNeeded();
  await reader.page.getByRole("alert").filter({ hasText: "base-map.json" }).waitFor();
  assert.deepEqual(await violations(reader), []);
});

for (const path of ["reports/", "glossary/"]) {
  inEachLanguage(`axe finds no fault in ${path}, nor anything past the edge`, at, async ({ visit }) => {
    const reader = await visit({ path, waitForApp: false });
    for (const fold of await reader.page.locator("main details").all()) await fold.evaluate((it) => { it.open = true; });
    assert.deepEqual(await violations(reader), []);
    const past = await reader.page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    assert.ok(past <= 0, `${past} px`);
  });
}
