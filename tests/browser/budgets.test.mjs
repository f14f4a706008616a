// What readers download stays within budgets.json.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { budgets, languages, measureEventPage, measureFiles, measureFrame, measureVisit } from "../../tools/bench.mjs";
import { closeBrowser } from "./support.mjs";

after(closeBrowser);

for (const { part, paths, kb } of measureFiles().filter(({ part }) => part in budgets)) {
  test(`the ${part} stays within ${budgets[part]} KB`, () => {
    assert.ok(paths.length > 0, `dist/ has no ${part}`);
    assert.ok(kb <= budgets[part], `${kb.toFixed(1)} KB`);
  });
}

test(`an event can be read after ${budgets.event_page} KB`, () => {
  const page = measureEventPage();
  assert.ok(page, "dist/ has no event page");
  assert.ok(page.kb <= budgets.event_page, `${page.path}: ${page.kb.toFixed(1)} KB`);
});

test(`a frame shows all that it shows without the app after ${budgets.frame} KB`, () => {
  const frame = measureFrame();
  assert.ok(frame, "dist/ has no frame");
  assert.ok(frame.kb <= budgets.frame, `${frame.path}: ${frame.kb.toFixed(1)} KB`);
});

for (const lang of languages()) {
  test(`a visit in ${lang} stays within ${budgets.visit} KB, asks no other host and logs no error`, async () => {
    const visit = await measureVisit(lang);
    assert.ok(visit.kb <= budgets.visit, `${visit.kb.toFixed(1)} KB: ${visit.paths.join(", ")}`);
    assert.ok(visit.paths.includes("leaflet-1.9.4/leaflet.js"), "the map did not load");
    assert.deepEqual(visit.foreign, []);
    assert.deepEqual(visit.errors, []);
  });
}
