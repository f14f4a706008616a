// The JSON-LD of every page is in the words of schema.org and says what the records say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { byId, episodes, events, manifest, nameOf, outlets, parties, plain, sources, speakers, statements } from "../browser/records.mjs";
import { faulty, pages, rootPage, site, urlOf } from "./dist.mjs";
import { strayFromVocabulary } from "./vocabulary.mjs";

const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

/** The things that a page describes, each with its own `@type`. */
function things({ html }) {
  return [...html.matchAll(BLOCK)].flatMap(([, json]) => {
    const { "@context": _, "@graph": graph, ...thing } = JSON.parse(json);
    return graph ?? [thing];
  });
}

test("every page has one block, of which no character can end it", () => {
  assert.deepEqual(
    faulty(({ html, $ }) => {
      const blocks = [...html.matchAll(BLOCK)].map(([, json]) => json);
      if (blocks.length !== 1 || $("script[type='application/ld+json']").length !== 1) return `${blocks.length} blocks`;
      const block = JSON.parse(blocks[0]);
      return [
        ...(block["@context"] === "https://schema.org" ? [] : [`the context is ${block["@context"]}`]),
        ...(blocks[0].includes("<") ? ["< stands in it raw"] : []),
      ];
    }),
    [],
  );
});

const organization = { "@type": "Organization", name: "North" };
const claim = { "@type": "Claim", text: "Words", author: [organization], appearance: [{ "@type": "NewsArticle", headline: "News" }] };

test("a word that schema.org doesn't have would be found", async () => {
  const strays = {
    "a type of no thing": { "@type": "Clame", text: "Words" },
    "a property of no thing": { ...claim, claimant: "North" },
    "a property of another thing": { ...claim, startDate: "2031-04-02" },
    "a property of another thing, further in": { ...claim, author: [{ ...organization, jobTitle: "Premier" }] },
    "a value out of its range": { ...claim, appearance: [{ "@type": "Place", name: "Oak Town" }] },
    "a number where words belong": { ...claim, text: 3 },
    "a type of no thing, further in": { ...claim, author: [{ "@type": "Ministry", name: "North" }] },
  };
  const found = await strayFromVocabulary([
    { name: "right", thing: claim },
    ...Object.entries(strays).map(([name, thing]) => ({ name, thing })),
  ]);
  for (const name of Object.keys(strays)) assert.ok(found.some((words) => words.startsWith(`${name}: `)), `${name} should be caught`);
  assert.deepEqual(found.filter((words) => words.startsWith("right: ")), []);
});

test("every type, property and value is one of schema.org's", async () => {
  const all = pages.flatMap((page) => things(page).map((thing) => ({ name: `${page.file} ${thing["@id"]}`, thing })));
  assert.ok(all.length > pages.length);
  assert.deepEqual(await strayFromVocabulary(all), []);
});

/** Every value of a property, however deep. */
function values(thing, property) {
  if (Array.isArray(thing)) return thing.flatMap((one) => values(one, property));
  if (thing === null || typeof thing !== "object") return [];
  return Object.entries(thing).flatMap(([name, value]) => [...(name === property ? [value] : []), ...values(value, property)]);
}

test("dates are dates, and addresses are whole", () => {
  const isDate = (date) => /^\d{4}-\d\d-\d\d$/.test(date) && new Date(date).toISOString().startsWith(date);
  assert.deepEqual(
    faulty((page) => {
      const all = things(page);
      const dates = ["startDate", "endDate", "datePublished", "dateModified"].flatMap((name) => values(all, name));
      const intervals = values(all, "temporalCoverage").flatMap((interval) => interval.split("/"));
      const addresses = ["@id", "url", "license", "contentUrl"].flatMap((name) => values(all, name));
      return [...[...dates, ...intervals].filter((date) => !isDate(date)), ...addresses.filter((url) => !URL.canParse(url))];
    }),
    [],
  );
});

test("each thing is described once in a page, and every mention of one by its name leads to it", () => {
  const described = new Set(pages.flatMap((page) => things(page).map((thing) => thing["@id"])));
  assert.deepEqual(
    faulty((page) => {
      const own = things(page).map((thing) => thing["@id"]);
      const repeated = own.filter((id, at) => own.indexOf(id) !== at);
      const mentioned = values(things(page), "@id").filter((id) => !described.has(id));
      return [...repeated, ...mentioned.map((id) => `${id} is described nowhere`)];
    }),
    [],
  );
});

test("the list's page describes the dataset, the page on method itself", () => {
  for (const { code } of manifest.languages) {
    const page = (path) => pages.find((page) => page.path === path);
    const [dataset, ...others] = things(page(`${code}/`));
    assert.deepEqual(others, []);
    assert.equal(dataset["@type"], "Dataset");
    assert.deepEqual(dataset.creator.name, manifest.publisher[code]);
    assert.deepEqual(dataset.inLanguage, manifest.languages.map(({ code }) => code));
    const [method] = things(page(`${code}/method/`));
    assert.deepEqual([method["@type"], method["@id"], method.inLanguage], ["WebPage", urlOf(page(`${code}/method/`)), code]);
    assert.equal(method.isPartOf["@id"], dataset["@id"]);
  }
  assert.deepEqual(things(rootPage), things(pages.find(({ path }) => path === `${rootPage.language}/`)));
});

/** Events and episodes with their pages. */
const subjects = manifest.languages.flatMap(({ code }) => [
  ...events.map((record) => ({ lang: code, record, about: "event", path: `${code}/events/${record.id}/` })),
  ...episodes.map((record) => ({ lang: code, record, about: "episode", path: `${code}/episodes/${record.id}/` })),
]);

/** The carried claims on a subject, each with its statement. */
const carried = ({ about, record }) =>
  statements.flatMap((statement) =>
    statement.claims
      .filter((claim) => claim.content === "carried" && claim.about?.[about] === record.id)
      .map((claim) => ({ statement, claim })),
  );

/** Who makes a statement: the person or else the office, and whose it is. */
function claimants(statement, lang) {
  if (statement.outlet_speaks) return [[nameOf(outlets, byId(sources, statement.outlet_speaks).outlet, lang)]];
  return statement.speakers.map((id) => {
    const { person, office, party } = byId(speakers, id);
    const own = (person ?? office)?.[lang];
    return own === undefined ? [nameOf(parties, party, lang)] : [own, nameOf(parties, party, lang)];
  });
}

test("every subject's page describes what happened, with the dates of its record", () => {
  for (const { lang, record, path } of subjects) {
    const page = pages.find((page) => page.path === path);
    const url = urlOf(page);
    const [web, happening] = things(page);
    assert.deepEqual([web["@type"], web["@id"], web.url, web.inLanguage], ["WebPage", url, url, lang], path);
    assert.deepEqual([happening["@type"], happening["@id"]], ["Event", web.mainEntity["@id"]], path);
    assert.deepEqual([happening.name, happening.description].map(plain), [record.title[lang], record.summary[lang]].map(plain), path);
    const { from, to } = record.when ?? record;
    const day = (moment) => moment.slice(0, 10);
    assert.deepEqual([happening.startDate, happening.endDate], [day(from), day(to ?? from)], path);
    const changed = record.changes.map(({ date }) => date);
    assert.deepEqual([web.datePublished, web.dateModified], [record.published, [record.published, ...changed].sort().at(-1)], path);
  }
});

test("every carried claim is one Claim of its claimants, which leads to its place in the page", () => {
  let claims = 0;
  for (const subject of subjects) {
    const page = pages.find(({ path }) => path === subject.path);
    const found = things(page).filter((thing) => thing["@type"] === "Claim");
    const expected = carried(subject);
    const addressOf = ({ id }) => `${urlOf(page)}#claim-${id}`;
    assert.deepEqual(found.map((claim) => claim["@id"]).sort(), expected.map(({ claim }) => addressOf(claim)).sort(), subject.path);
    for (const { statement, claim } of expected) {
      const one = found.find((thing) => thing["@id"] === addressOf(claim));
      assert.equal(one.url, addressOf(claim));
      assert.equal(page.$(`[id="claim-${claim.id}"]`).length, 1, `${subject.path} has no #claim-${claim.id}`);
      assert.deepEqual([one.text, one.inLanguage], [claim.summary[subject.lang], subject.lang], claim.id);
      assert.equal(one.about["@id"], `${urlOf(page)}#event`);
      const authors = one.author.map(({ name, affiliation, parentOrganization }) =>
        [name, (affiliation ?? parentOrganization)?.name].filter(Boolean));
      assert.deepEqual(authors.sort(), claimants(statement, subject.lang).sort(), claim.id);
      claims += 1;
    }
  }
  assert.ok(claims > subjects.length);
});

test("every Claim appears in the reports that carry it, and in no other", () => {
  for (const subject of subjects) {
    const page = pages.find(({ path }) => path === subject.path);
    const found = things(page);
    for (const { claim } of carried(subject)) {
      const one = found.find((thing) => thing["@id"]?.endsWith(`#claim-${claim.id}`));
      const reports = [...new Set(claim.appearances.map(({ source }) => source))].map((id) => byId(sources, id));
      const facts = (headline, published, outlet, url) => [plain(headline), published, outlet, url];
      assert.deepEqual(
        one.appearance.map((it) => facts(it.headline ?? "", it.datePublished, it.publisher.name, it.url)).sort(),
        reports.map((it) => facts(it.headline.text, it.published, nameOf(outlets, it.outlet, subject.lang), it.address)).sort(),
        claim.id,
      );
    }
  }
});

test("everything described has an address of this site", () => {
  assert.deepEqual(
    faulty((page) => things(page).map((thing) => thing["@id"]).filter((id) => !id.startsWith(site))),
    [],
  );
});
