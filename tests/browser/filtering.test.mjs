// Narrowing the list down, and finding the way back.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import {
  allEvents, byId, episodes, events, eventsAt, eventsOfEpisode, eventsOnTopic, nameOf, plain, topics,
} from "./records.mjs";
import { eventually, inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

inBothDirections("an episode narrows the list, a second one widens it, a topic narrows what is left", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  await reader.seesEvents(allEvents);
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.choose("episode", nameOf(episodes, "2020-autumn", lang));
  const both = eventsOfEpisode("2021-november", "2020-autumn");
  await reader.seesEvents(both);
  await reader.choose("topic", nameOf(topics, "ceasefire", lang));
  const left = eventsOnTopic("ceasefire").filter((id) => both.includes(id));
  assert.ok(left.length > 0 && left.length < both.length, "the records make no example of this any more");
  await reader.seesEvents(left);
  await reader.seesAddress({ path: "", episode: "2021-november,2020-autumn", topic: "ceasefire" });
  assert.match(await (await reader.openFilter("episode")).locator("summary").innerText(), /2/, "how many are chosen");

  await reader.clearFilters();
  await reader.seesEvents(allEvents);
  await reader.seesAddress({ path: "" });
  assert.equal(await reader.filters.locator("input:checked").count(), 0);
  assert.equal(await reader.list.getByRole("link", { name: words.text("filters.clear") }).count(), 0);
});

inBothDirections("a choice that is taken back widens the list again", at, async ({ lang, visit }) => {
  const reader = await visit({ path: "?episode=2021-november&place=border" });
  const both = eventsAt("border").filter((id) => byId(events, id).episode === "2021-november");
  await reader.seesEvents(both);
  const filter = await reader.openFilter("episode");
  await reader.choice(filter, nameOf(episodes, "2021-november", lang)).uncheck();
  await reader.seesEvents(eventsAt("border"));
  await reader.seesAddress({ path: "", place: "border" });
});

const numbers = [
  ["?q=zzzz", { ar: "لا أحداث", en: "0 events", hy: "0 իրադարձություն", az: "0 hadisə" }],
  ["?place=samarkand", { ar: "حدث واحد", en: "1 event", hy: "1 իրադարձություն", az: "1 hadisə" }],
  ["?place=goris", { ar: "حدثان", en: "2 events", hy: "2 իրադարձություն", az: "2 hadisə" }],
  ["?episode=2021-november", { ar: "4 أحداث", en: "4 events", hy: "4 իրադարձություն", az: "4 hadisə" }],
  ["?episode=2022-september", { ar: "10 أحداث", en: "10 events", hy: "10 իրադարձություն", az: "10 hadisə" }],
  ["", { ar: "21 حدثًا", en: "21 events", hy: "21 իրադարձություն", az: "21 hadisə" }],
];

inEachLanguage("the number of events is announced in the language's own plural", at, async ({ lang, visit }) => {
  for (const [path, said] of numbers) {
    const reader = await visit({ path, width: 360 });
    await eventually(async () => assert.equal(plain(await reader.found.innerText()), said[lang], path));
  }
});

inBothDirections("nothing found says so and offers the way back", at, async ({ visit, words }) => {
  const reader = await visit();
  await reader.type("zzzz");
  await reader.seesEvents([]);
  await reader.list.getByText(words.text("list.nothing")).waitFor();
  await reader.list.getByRole("link", { name: words.text("filters.clear") }).last().click();
  await reader.seesEvents(allEvents);
  assert.equal(await reader.searchBox.inputValue(), "");
  assert.equal(await reader.list.getByText(words.text("list.nothing")).count(), 0);
});

const spellings = {
  ar: [
    ["أحمدلي", "2022-09-13-ahmadli-shelling"],
    ["احمدلي", "2022-09-13-ahmadli-shelling"],
    ["أَحمدلي", "2022-09-13-ahmadli-shelling"],
    ["هدنه", "2022-09-13-ceasefire"],
    ["اندلاع قتال", "2022-09-13-outbreak"],
    ["٢٠٢٢", "2022-09-13-ceasefire"],
  ],
  en: [
    ["ahmadli", "2022-09-13-ahmadli-shelling"],
    ["AHMADLI", "2022-09-13-ahmadli-shelling"],
    ["Turkiye", "2022-09-15-turkish-support"],
    ["daskesen", "2022-09-13-outbreak"],
    ["outbreak fighting", "2022-09-13-outbreak"],
  ],
  hy: [
    ["ահմադլի", "2022-09-13-ahmadli-shelling"],
    ["ԱՀՄԱԴԼԻ", "2022-09-13-ahmadli-shelling"],
    ["Հերիկ", "2022-09-13-ahmadli-shelling"],
    ["հրադադար", "2022-09-13-ceasefire"],
    ["բռնկումը մարտերի", "2022-09-13-outbreak"],
  ],
  az: [
    ["əhmədli", "2022-09-13-ahmadli-shelling"],
    ["ƏHMƏDLİ", "2022-09-13-ahmadli-shelling"],
    ["ehmedli", "2022-09-13-ahmadli-shelling"],
    ["Türkiyə", "2022-09-15-turkish-support"],
    ["atəşkəs", "2022-09-13-ceasefire"],
    ["döyüşlərin başlanması", "2022-09-13-outbreak"],
  ],
};

inEachLanguage("typing a word finds it however it is spelt", at, async ({ lang, visit }) => {
  const reader = await visit();
  for (const [typed, event] of spellings[lang]) {
    await reader.type(typed);
    await eventually(async () => {
      const listed = await reader.listed();
      assert.ok(listed.includes(event), `“${typed}” finds ${listed}`);
      assert.ok(listed.length < allEvents.length, `“${typed}” narrows nothing`);
    });
    await reader.seesAddress({ path: "", q: typed });
  }
  const listed = await reader.listed();
  await reader.page.reload();
  await reader.seesEvents(listed);
  assert.equal(await reader.searchBox.inputValue(), spellings[lang].at(-1)[0]);
});

inBothDirections("dates narrow the list from one day to another", at, async ({ visit, words }) => {
  const reader = await visit();
  const filter = await reader.openFilter("dates");
  await filter.getByLabel(words.text("facet.from"), { exact: true }).fill("2021-01-01");
  await filter.getByLabel(words.text("facet.to"), { exact: true }).fill("2021-12-31");
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.seesAddress({ path: "", from: "2021-01-01", to: "2021-12-31" });
});

inBothDirections("filters stay while an event is read", at, async ({ lang, visit }) => {
  const reader = await visit({ path: "?episode=2021-november" });
  await reader.selectEvent(byId(events, "2021-11-16-ceasefire").title[lang]);
  await reader.sees(byId(events, "2021-11-16-ceasefire").title[lang]);
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.seesAddress({ path: "events/2021-11-16-ceasefire/", episode: "2021-november" });
});
