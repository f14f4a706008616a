// The map: the same events as the list, by place.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import {
  allEvents, byId, episodes, events, eventsAt, eventsOfEpisode, nameOf, parties, places, placesOnMap,
} from "./records.mjs";
import { eventually, inBothDirections, inEachLanguage, named } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const episode = "?episode=2020-autumn";
const hasMap = ({ responses }) => [...responses].some((url) => url.includes("leaflet"));

/** Waits until the map marks just the places of these events, each with its name and number. */
async function seesMarksOf(reader, eventIds) {
  const expected = placesOnMap(eventIds)
    .map(({ id, events }) => ({ place: id, name: reader.words.count("map.mark", events, { place: nameOf(places, id, reader.lang) }) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  await eventually(async () => {
    assert.deepEqual((await reader.marks()).map(({ place, name }) => ({ place, name })), expected);
  });
}

inBothDirections("the map loads only when it comes into view", at, async ({ visit }) => {
  const reader = await visit({ width: 360, height: 740 });
  assert.ok(!hasMap(reader), "the list alone needs no map");
  await reader.switchView("map");
  await reader.seesAddress({ path: "", view: "map" });
  await reader.enterMap();
  assert.ok(hasMap(reader));
});

inBothDirections("the map marks the places of the listed events, however they are filtered", at, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.enterMap();
  await seesMarksOf(reader, allEvents);
  await reader.choose("episode", nameOf(episodes, "2020-autumn", lang));
  await reader.seesEvents(eventsOfEpisode("2020-autumn"));
  await seesMarksOf(reader, eventsOfEpisode("2020-autumn"));
  await reader.type("zzzz");
  await reader.seesEvents([]);
  await seesMarksOf(reader, []);
  await reader.clearFilters();
  await seesMarksOf(reader, allEvents);
});

inEachLanguage("a place chosen on the map narrows the list and tells its names in both usages", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: episode });
  await reader.enterMap();
  await reader.map.getByRole("button", { name: nameOf(places, "goris", lang) }).click();
  const there = eventsAt("goris").filter((id) => eventsOfEpisode("2020-autumn").includes(id));
  await reader.seesEvents(there);
  await seesMarksOf(reader, there);
  await reader.seesAddress({ path: "", episode: "2020-autumn", place: "goris" });

  const card = reader.map.locator("[data-place-id=goris]");
  await card.getByRole("heading", { name: nameOf(places, "goris", lang) }).waitFor();
  for (const { usage, text } of byId(places, "goris").names) {
    const words_of = words.text("place.usage", { party: nameOf(parties, usage, lang) });
    assert.ok(await card.getByRole("definition").getByText(text, { exact: true }).isVisible(), text);
    assert.ok((await card.getByRole("term").allInnerTexts()).some((term) => term.replace(/[\u2066-\u2069]/g, "").includes(words_of)), words_of);
  }
  assert.ok(await card.getByRole("link", { name: named(byId(events, there[0]).title[lang]) }).first().isVisible(), "which event puts what there");

  await card.getByRole("link", { name: words.text("place.clear") }).click();
  await reader.seesEvents(eventsOfEpisode("2020-autumn"));
  await reader.page.goBack();
  await reader.seesEvents(there);
});

inBothDirections("a mark can be chosen with the keyboard", at, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.enterMap();
  await reader.map.getByRole("button", { name: nameOf(places, "jermuk", lang) }).focus();
  await reader.page.keyboard.press("Enter");
  await reader.seesEvents([outbreak]);
});

inBothDirections("the chosen event's places stand out and are in sight", at, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.enterMap();
  assert.ok((await reader.marks()).every(({ isChosen }) => !isChosen));
  await reader.selectEvent(byId(events, outbreak).title[lang]);
  await reader.sees(byId(events, outbreak).title[lang]);
  const own = placesOnMap([outbreak]).map(({ id }) => id).sort();
  await eventually(async () => {
    const marks = await reader.marks();
    assert.deepEqual(marks.filter(({ isChosen }) => isChosen).map(({ place }) => place), own);
  });
  await eventually(async () => {
    const map = await reader.map.locator(".map-canvas").boundingBox();
    for (const place of own) {
      const mark = await reader.map.locator(`[data-place-mark=${place}]`).boundingBox();
      assert.ok(mark.x >= map.x && mark.x + mark.width <= map.x + map.width, `${place} is in sight`);
      assert.ok(mark.y >= map.y && mark.y + mark.height <= map.y + map.height, `${place} is in sight`);
    }
  });
});

inBothDirections("the wheel passes the page until the map is entered by a click", at, async ({ visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, height: 700 });
  await reader.enterMap();
  const canvas = reader.map.locator(".map-canvas");
  const top = () => reader.page.evaluate(() => scrollY);
  const overMap = async () => {
    const box = await canvas.boundingBox();
    await reader.page.mouse.move(box.x + 12, box.y + 60);
  };
  await overMap();
  const before = await top();
  await reader.page.mouse.wheel(0, 120);
  await eventually(async () => assert.ok((await top()) > before, "the page scrolls"));
  await reader.seesAddress({ path: `events/${outbreak}/` });

  await reader.map.scrollIntoViewIfNeeded();
  await canvas.click({ position: { x: 12, y: 60 } });
  await overMap();
  const entered = await top();
  await reader.page.mouse.wheel(0, -120);
  await eventually(() => assert.match(reader.address().map ?? "", /^-?[\d.]+,-?[\d.]+,[\d.]+$/));
  assert.equal(await top(), entered, "the page stays");
});

inBothDirections("no mark lies wholly under others", at, async ({ visit }) => {
  for (const path of ["", "?episode=2022-september", `events/${outbreak}/`]) {
    const reader = await visit({ path });
    await reader.enterMap();
    const hidden = await reader.map.locator("[data-place-mark]").evaluateAll((marks) => {
      const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
      const isReached = (mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return steps.some((right) =>
          steps.some((down) => document.elementFromPoint(x + width * right, y + height * down) === mark),
        );
      };
      return marks.filter((mark) => !isReached(mark)).map((mark) => mark.dataset.placeMark);
    });
    assert.deepEqual(hidden, [], path);
  }
});
