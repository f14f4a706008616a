// No fault that axe can find: on the list, an event, an episode and the map, in every language by day,
// by night and in forced colours, wide and as narrow as 320 px. Without scripts: script-off.test.mjs.
//
// Not every width is looked at in every scheme. What is shown depends on the width and the language,
// never on the scheme; a scheme changes colours alone, and tests/published/contrast.test.mjs computes
// every pair of them in each. So each language is seen once in each scheme and at each width. In forced
// colours the system chooses the colours, and what remains to be seen is that every name, role and
// target is still there, where it takes most: on the narrowest screen.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { bringAxe, runAxe } from "./axe.mjs";
import { inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const LOOKS = [
  { width: 1280, colorScheme: "light", forcedColors: "none" },
  { width: 320, colorScheme: "dark", forcedColors: "none" },
  { width: 320, colorScheme: "light", forcedColors: "active" },
];

/** What axe finds as the page stands, and whether it scrolls sideways. */
async function violations({ page }) {
  await bringAxe(page);
  const found = [];
  for (const { width, ...media } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    const { held, violations } = await runAxe(page);
    assert.ok(held > 10, "axe has looked");
    const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    const all = past > 0 ? [...violations, `${past} px past the edge`] : violations;
    found.push(...all.map((words) => `${Object.values(media)} at ${width}: ${words}`));
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
  });
}
