// A printed comparison is a sheet in two columns that says where it is from; a printed list holds its
// events and what it was narrowed to.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { byId, episodes, events, manifest, outlets, nameOf, plain, sources, statements } from "./records.mjs";
import { inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

/** A4 without the margins that style/print.css sets. */
const PAPER_PX = 688;
const EVENT = "events/2022-09-13-outbreak/";

/** Opens the page as paper has it, before the app has come and after. */
async function print(visit, javaScriptEnabled, path = EVENT) {
  const reader = await visit({ path, width: PAPER_PX, height: 1000, javaScriptEnabled });
  await reader.page.emulateMedia({ media: "print" });
  return reader;
}

inBothDirections("what is printed names the address of what it shows, after a step and as narrowed", at, async ({ lang, visit }) => {
  const reader = await visit();
  const { page } = reader;
  const printed = async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint"))); // As the browser does first.
    return page.locator(".print-address").textContent();
  };
  const opened = await printed();
  assert.ok(opened.endsWith(`/${lang}/`), opened);
  await page.locator('[data-event-id="2022-09-13-outbreak"] a').first().click();
  await page.waitForURL(`**/${EVENT}`);
  assert.equal(await printed(), `${opened}${EVENT}`);
  await page.goBack();
  await reader.type("Lachin");
  await page.waitForURL("**?q=Lachin");
  assert.equal(await printed(), `${opened}?q=Lachin`);
});

for (const javaScriptEnabled of [false, true]) {
  const who = javaScriptEnabled ? "from the app" : "without scripts";

  inBothDirections(`printed ${who}, both sides stand beside each other in columns of one width`, at, async ({ lang, visit }) => {
    const { page } = await print(visit, javaScriptEnabled);
    const direction = manifest.languages.find(({ code }) => code === lang).direction;
    const rows = await page.locator("[role=table] [data-topic][data-state]").evaluateAll((all) =>
      all.map((row) => ({
        topic: row.dataset.topic,
        cells: [...row.querySelectorAll("[role=cell][data-party]")]
          .filter((cell) => !cell.dataset.party.includes(" "))
          .map((cell) => {
            const { left, right, top } = cell.getBoundingClientRect();
            return { party: cell.dataset.party, left, right, top };
          }),
      })),
    );
    const pairs = rows.filter(({ cells }) => cells.length === 2);
    assert.ok(pairs.length > 3, "there are rows to print");
    for (const { topic, cells: [first, second] } of pairs) {
      assert.deepEqual([first.party, second.party], manifest.pair, topic);
      assert.ok(Math.abs(first.top - second.top) < 2, `${topic}: side by side`);
      assert.ok(direction === "rtl" ? second.right <= first.left : first.right <= second.left, `${topic}: the first first`);
      const width = ({ left, right }) => right - left;
      assert.ok(Math.abs(width(first) - width(second)) < 2, `${topic}: ${width(first)} and ${width(second)} px`);
    }
    const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    assert.ok(past <= 0, `${past} px beyond the paper`);
  });

  inEachLanguage(`printed ${who}, the sheet holds the claims, their sources, its address and its date`, at, async ({ lang, visit, words }) => {
    const { page, heading } = await print(visit, javaScriptEnabled);
    const event = byId(events, "2022-09-13-outbreak");
    assert.equal(plain(await heading.innerText()), plain(event.title[lang]));
    const address = page.locator(".print-address");
    assert.ok(await address.isVisible());
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    assert.equal((await address.innerText()).trim(), canonical);
    const claims = statements.flatMap(({ claims }) => claims).filter(({ about }) => about?.event === event.id);
    for (const { id } of claims) assert.ok(await page.locator(`[data-claim-id="${id}"]`).first().isVisible(), id);
    const named = plain(await page.locator("section:has(> #sources)").innerText());
    for (const id of new Set(claims.flatMap(({ appearances }) => appearances.map(({ source }) => source)))) {
      assert.ok(named.includes(plain(nameOf(outlets, byId(sources, id).outlet, lang))), id);
    }
    const foot = plain(await page.getByRole("contentinfo").innerText());
    assert.ok(foot.includes(words.text("footer.updated", { date: words.date(manifest.updated) })), foot);
  });

  inBothDirections(`printed ${who}, nothing is left of what can only be clicked`, at, async ({ visit }) => {
    const { page } = await print(visit, javaScriptEnabled);
    for (const role of ["navigation", "search", "complementary", "button", "textbox", "searchbox", "combobox", "checkbox", "slider"]) {
      assert.equal(await page.getByRole(role).filter({ visible: true }).count(), 0, role);
    }
    for (const part of [".map-pane", ".tools", ".skip-link", ".claim-copy", ".claim-link"]) {
      assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
    }
  });

  inBothDirections(`printed ${who}, the list holds its events and what it was narrowed to`, at, async ({ lang, visit }) => {
    const episode = byId(episodes, "2022-september");
    const reader = await print(visit, javaScriptEnabled, javaScriptEnabled ? `?episode=${episode.id}` : "");
    const { page } = reader;
    await reader.seesEvents(events.filter((event) => !javaScriptEnabled || event.episode === episode.id).map(({ id }) => id));
    assert.ok(await reader.found.isVisible());
    if (javaScriptEnabled) {
      const chips = page.locator(".chip").filter({ visible: true });
      assert.deepEqual((await chips.allInnerTexts()).map(plain), [plain(episode.title[lang])]);
    }
    for (const role of ["navigation", "search", "button", "searchbox", "combobox", "checkbox", "slider"]) {
      assert.equal(await page.getByRole(role).filter({ visible: true }).count(), 0, role);
    }
    const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    assert.ok(past <= 0, `${past} px beyond the paper`);
  });
}
