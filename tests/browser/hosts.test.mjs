// What stands on the host's side: articles of another origin that show events, under whatever
// policy and sandbox, by whatever protocol, and without what they forbid.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { article, fits, frameOf, isShown, start, stop } from "./articles.mjs";
import { bringAxe, runAxe } from "./axe.mjs";
import { byId, directions, manifest, outlets, parties, plain, sources, speakers, statements } from "./records.mjs";
import { scrollThrough } from "./support.mjs";

const outbreak = "2022-09-13-outbreak";
const bodies = "2022-09-14-bodies";

before(start);
after(stop);

/** What a reader of an event must find: the claims that both sides made, and the reports' outlets. */
function recorded(id, lang) {
  const claims = statements.flatMap((statement) => statement.claims.map((claim) => ({ ...claim, statement })));
  const own = claims.filter(({ about, content, topic }) => about?.event === id && content === "carried" && topic !== "background");
  const sideOf = ({ statement }) => new Set((statement.speakers ?? []).map((speaker) => byId(speakers, speaker).party));
  const of = (party) => own.filter((claim) => sideOf(claim).has(party)).map(({ summary }) => summary[lang]);
  const reports = [...new Set(own.flatMap(({ appearances }) => appearances.map(({ source }) => source)))];
  return { sides: manifest.pair.map(of), outlets: reports.map((report) => byId(outlets, byId(sources, report).outlet).name[lang]) };
}

const letters = (text) => plain(text).replace(/[.\s]+$/, "");

/** Fails unless both sides' words and the sources of the event can be read in its frame. */
async function readsBoth(page, id, lang = "en") {
  const frame = await frameOf(page, id);
  await frame.locator(".frame-foot").waitFor();
  const words = plain(await frame.locator("body").innerText());
  const { sides, outlets } = recorded(id, lang);
  assert.ok(sides.flat().length > 0 && outlets.length > 0);
  for (const summary of sides.flat()) assert.ok(words.includes(letters(summary)), `"${summary}" can't be read`);
  for (const party of manifest.pair) assert.ok(words.includes(byId(parties, party).name[lang]), `${party} isn't named`);
  for (const outlet of outlets) assert.ok(words.includes(plain(outlet)), `${outlet} isn't named`);
  return frame;
}

article("with scripts off both sides can be read in a plain frame, and the element's words stay", async (open) => {
  const { page } = await open("article-en", { javaScriptEnabled: false });
  await page.locator("iframe").last().scrollIntoViewIfNeeded();
  await readsBoth(page, bodies);
  for (const words of await page.locator("qawlan-embed p").all()) assert.ok(await words.isVisible());
});

article("in a sandbox with scripts alone, and in one with nothing, both sides can be read", async (open) => {
  const { page } = await open("sandbox");
  await fits(page.locator("iframe").first(), await readsBoth(page, outbreak));
  await page.locator("iframe").last().scrollIntoViewIfNeeded();
  await readsBoth(page, bodies);
}, { expects: /^Blocked script execution in .* because the document's frame is sandboxed/ });

article("where storage throws both sides can be read", async (open) => {
  const prepare = (page) =>
    page.addInitScript(() => {
      for (const storage of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, storage, { get() { throw new DOMException("Access is denied", "SecurityError"); } });
      }
    });
  const { page } = await open("dark", { prepare });
  await isShown(page);
  await readsBoth(page, outbreak);
});

article("once it is loaded both sides can be read offline, folds and widths included", async (open) => {
  const { context, page } = await open("dark");
  await isShown(page);
  await context.setOffline(true);
  const frame = await readsBoth(page, outbreak);
  for (const fold of await frame.locator("details:not([open]) > summary").all()) if (await fold.isVisible()) await fold.click();
  await fits(page.locator("qawlan-embed"), frame);
  await page.setViewportSize({ width: 360, height: 740 });
  await fits(page.locator("qawlan-embed"), frame);
});

article("on a page whose policy runs no script both sides can be read", async (open) => {
  const { page } = await open("strict-policy");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await readsBoth(page, outbreak);
});

for (const protocol of ["datawrapper", "amp", "frames", "pym", "medium", "guardian", "wordpress", "iframe-resizer"]) {
  article(`an article that listens as ${protocol} does has the frame's height`, async (open) => {
    const { page } = await open(`height-${protocol}`);
    const frame = await frameOf(page, outbreak);
    await frame.locator(".frame-foot").waitFor();
    await fits(page.locator("iframe"), frame, protocol === "wordpress" ? 1000 : Infinity);
    assert.ok(await page.locator("iframe").isVisible());
  });
}

for (const lang of directions) {
  article(`an article in ${lang} has every frame at its height, and nothing in it moves`, async (open) => {
    for (const width of [360, 1280]) {
      const { page } = await open(`article-${lang}`, { width, height: 740 });
      await scrollThrough(page);
      await readsBoth(page, bodies, lang);
      const frames = await page.locator("iframe").all();
      assert.equal(frames.length, 4);
      for (const element of frames) await fits(element, await (await element.elementHandle()).contentFrame());
      assert.deepEqual(await page.evaluate(() => window.shifts), [], `at ${width}`);
      if (width > 1000) continue;
      await bringAxe(page);
      const { held, violations } = await runAxe(page);
      assert.ok(held > 10, "axe has looked");
      assert.deepEqual(violations, [], "a sample is what newsrooms copy");
    }
  });
}
