// The site on a plain static host, wherever it lies, and with scripts switched off.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { allEvents, byId, events, eventsOfEpisode, episodes, languages, manifest, nameOf, parties, plain } from "./records.mjs";
import { inEachLanguage, named } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

const sites = new Map();
for (const basePath of ["/", "/some/where/", "/a/path/deeper/still/"]) sites.set(basePath, await startSite({ basePath }));
after(async () => {
  await closeBrowser();
  for (const site of sites.values()) await site.stop();
});

const outbreak = "2022-09-13-outbreak";
const title = (id, lang) => byId(events, id).title[lang];
const somewhere = { site: () => sites.get("/some/where/") };

for (const [basePath, site] of sites) {
  inEachLanguage(`served from ${basePath} everything loads and every link stays below it`, { site: () => site }, async ({ lang, visit }) => {
    const reader = await visit();
    await reader.enterMap();
    await reader.selectEvent(title(outbreak, lang));
    await reader.sees(title(outbreak, lang));
    assert.equal(reader.page.url(), `${site.url}${lang}/events/${outbreak}/`);
    await reader.page.reload();
    await reader.sees(title(outbreak, lang));
    const hrefs = await reader.page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href));
    assert.deepEqual(hrefs.filter((href) => !href.startsWith(site.url)), []);
  });

  test(`served from ${basePath} an unknown address answers 404`, async () => {
    for (const path of ["nothing/", "en/events/nothing/", "en/nothing.html", "published/en/events/nothing.json", "en/events/%00/"]) {
      assert.equal((await fetch(`${site.url}${path}`)).status, 404, path);
    }
  });

  test(`served from ${basePath} the bare root is the default language's list`, async () => {
    const html = await (await fetch(site.url)).text();
    assert.match(html, new RegExp(`<html lang="${manifest.languages[0].code}"`));
    for (const id of allEvents) assert.ok(html.includes(`data-event-id="${id}"`), id);
  });
}

inEachLanguage("from the bare root the list can be filtered and an event opened", somewhere, async ({ lang, visit }) => {
  if (lang !== manifest.languages[0].code) return;
  const reader = await visit({ path: "../" });
  await reader.seesEvents(allEvents);
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.selectEvent(title("2021-11-16-ceasefire", lang));
  await reader.seesAddress({ path: "events/2021-11-16-ceasefire/", episode: "2021-november" });
});

inEachLanguage("without scripts the list, both sides of an event and its sources can be read", somewhere, async ({ lang, visit, words }) => {
  const reader = await visit({ javaScriptEnabled: false });
  await reader.seesEvents(allEvents);
  assert.ok(await reader.page.locator("noscript").getByRole("paragraph").isVisible());
  assert.equal(plain(await reader.page.locator("noscript").innerText()), words.text("filters.need-script"));
  await reader.selectEvent(title(outbreak, lang));
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  for (const party of ["armenia", "azerbaijan"]) {
    const cell = reader.row("who-attacked-first").locator(`[data-party=${party}]`);
    assert.ok(await cell.getByRole("article").first().isVisible(), nameOf(parties, party, lang));
  }
  const source = reader.page.locator("#source-report-3");
  assert.ok(plain(await source.innerText()).includes(words.text("source.no-address")));
  assert.ok(await reader.page.locator(".boot-failed").isHidden(), "nothing failed");
});

inEachLanguage("without scripts links are plain links", somewhere, async ({ lang, visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, javaScriptEnabled: false });
  await reader.page.getByRole("main").getByRole("link", { name: named(nameOf(episodes, "2022-september", lang)) }).first().click();
  await reader.sees(nameOf(episodes, "2022-september", lang));
  const other = languages.find((code) => code !== lang);
  await reader.switchLanguage(manifest.languages.find(({ code }) => code === other).name);
  await reader.sees(nameOf(episodes, "2022-september", other));
  await reader.page.goBack();
  await reader.sees(nameOf(episodes, "2022-september", lang));
});
