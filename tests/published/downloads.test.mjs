// What can be taken along holds every claim of the records, whatever its form, and says whose data
// it is. Each form is read back by a program that had no part in writing it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check } from "@placemarkio/check-geojson";
import { byId, languages, manifest, places, plain, sources, speakers, statements } from "../browser/records.mjs";
import { bytes, files, ROOT, site, text } from "./dist.mjs";
import { cells, linesOf, references, rowsOf } from "./reading-back.mjs";
import { strayFromVocabulary } from "./vocabulary.mjs";

const claims = statements.flatMap((statement) => statement.claims.map((claim) => ({ ...claim, statement })));
const ids = claims.map(({ id }) => id).sort();
const ENDINGS = ["csv", "json", "geojson", "jsonld", "bib", "ris", "txt"];
const fileOf = (lang, ending) => `downloads/qawlan-${lang}.${ending}`;
const read = (lang, ending) => text(fileOf(lang, ending));
const json = (lang) => JSON.parse(read(lang, "json"));
const ofAddress = (address) => address.split("#claim-")[1];

/** The ids of the claims in each form. */
const CLAIMS_OF = {
  csv: (lang) => [...new Set(linesOf(read(lang, "csv")).map(({ claim }) => claim))],
  json: (lang) => json(lang).claims.map(({ claim }) => claim),
  geojson: (lang) => [...new Set(JSON.parse(read(lang, "geojson")).features.map(({ properties }) => properties.claim))],
  jsonld: (lang) => JSON.parse(read(lang, "jsonld"))["@graph"].filter((node) => node["@type"] === "Claim").map((node) => ofAddress(node["@id"])),
  bib: (lang) => references(read(lang, "bib")).slice(1).map((reference) => reference["citation-key"]),
  ris: (lang) => references(read(lang, "ris")).slice(1).map(({ URL }) => ofAddress(URL)),
  txt: (lang) => read(lang, "txt").split("\n").filter((line) => line.includes("#claim-")).map(ofAddress),
};

test("there is a file of every form in every language, and no other", () => {
  const expected = languages.flatMap((lang) => ENDINGS.map((ending) => fileOf(lang, ending)));
  assert.deepEqual([...files].filter((file) => file.startsWith("downloads/")).sort(), expected.sort());
});

for (const ending of ENDINGS) {
  test(`every claim of the records is in the whole dataset's .${ending} once, in every language`, () => {
    assert.ok(ids.length > 100);
    for (const lang of languages) assert.deepEqual(CLAIMS_OF[ending](lang).sort(), ids, lang);
  });

  test(`every .${ending} says its licence, its corpus, its link and the date of its data`, () => {
    for (const lang of languages) {
      const whole = plain(read(lang, ending).replace(/\\([&#%_$])/g, "$1"));
      const date = manifest.updated;
      for (const part of [manifest.licence, manifest.corpus[lang], `${site}${lang}/`]) assert.ok(whole.includes(plain(part)), `${lang} lacks ${part}`);
      assert.ok(whole.includes(date) || /year = \{\d{4}\}/.test(whole), `${lang} lacks ${date}`);
    }
  });

  test(`no .${ending} has marks of direction, which are the page's`, () => {
    for (const lang of languages) assert.doesNotMatch(read(lang, ending), /[\u2066-\u2069]/);
  });
}

/** What a row says, in the words of a record. */
function asRecord(row) {
  const when = (time) => time && { ...time };
  return {
    id: row.claim,
    about: row.about === "none" ? "none" : { [row.about]: row[row.about].id },
    topic: row.topic.id,
    position: row.position.id,
    content: row.content,
    against: row.against?.id,
    denies: row.denies,
    summary: row.summary,
    quotations: row.quotations,
    figures: row.figures.map(({ words, low, high, whose, ...figure }) => ({ ...figure, whose: whose.map(({ id }) => id) })),
    places: row.places.map(({ id, role }) => ({ place: id, role })),
    time: when(row.time),
    as_summarised: row.as_summarised,
    as_printed: row.as_printed,
    appearances: row.appearances.map(({ source, in: part, paragraph, verb, note }, at) => {
      const there = row.renderings.filter(({ appearance }) => appearance === at + 1);
      const renderings = there.map(({ figure, qualifier, wording }) => ({ figure, qualifier, wording }));
      return { source, in: part, paragraph, verb, note, renderings: renderings.length ? renderings : undefined };
    }),
  };
}

const without = (object) => JSON.parse(JSON.stringify(object));
const spoken = (text) => text && plain(text);

test("a row says all that its claim's record says", () => {
  for (const lang of languages) {
    const rows = json(lang).claims;
    for (const { statement, ...claim } of claims) {
      const row = rows.find((row) => row.claim === claim.id);
      const own = without(asRecord(row));
      const expected = without({
        figures: [], quotations: [], places: [], as_summarised: false, ...claim,
        summary: plain(claim.summary[lang]),
        as_printed: spoken(claim.as_printed?.[lang]),
        time: claim.time && { ...claim.time, note: spoken(claim.time.note?.[lang]) },
      });
      expected.figures = (claim.figures ?? []).map((figure) => without({ whose: [], ...figure, whose_reason: spoken(figure.whose_reason?.[lang]) }));
      expected.appearances = claim.appearances.map((one) => without({ ...one, note: spoken(one.note?.[lang]) }));
      own.summary = plain(own.summary);
      for (const figure of own.figures) if (figure.whose_reason) figure.whose_reason = plain(figure.whose_reason);
      for (const one of own.appearances) if (one.note) one.note = plain(one.note);
      if (own.as_printed) own.as_printed = plain(own.as_printed);
      assert.deepEqual(own, expected, `${lang} ${claim.id}`);
    }
  }
});

test("a row says all that its claim's statement says", () => {
  for (const lang of languages) {
    for (const { statement, id } of claims) {
      const row = json(lang).claims.find((row) => row.claim === id);
      const { said } = statement;
      const latest = said.latest ?? statement.claims.flatMap(({ appearances }) => appearances.map(({ source }) => byId(sources, source).published)).sort()[0];
      const own = {
        statement: row.statement,
        speakers: row.speakers.map(({ id }) => id),
        outlet_speaks: row.outlet_speaks,
        tellers: row.tellers.map(({ id }) => id),
        channel: row.channel,
        agency: row.agency?.id,
        said: [row.said_earliest, row.said_latest, row.said_precision, row.said_basis, row.said_wording],
        published: row.published,
        changes: row.changes,
      };
      assert.deepEqual(own, {
        statement: statement.id,
        speakers: statement.speakers ?? [],
        outlet_speaks: statement.outlet_speaks,
        tellers: statement.tellers ?? [],
        channel: spoken(statement.channel?.[lang]),
        agency: statement.agency,
        said: [said.earliest, latest, said.precision, said.basis, said.wording],
        published: statement.published,
        changes: statement.changes.map(({ date, what, why }) => ({ date, what: what[lang], why: why[lang] })),
      }, `${lang} ${id}`);
      for (const { id, party, person, office } of row.speakers) {
        const record = byId(speakers, id);
        assert.deepEqual([party.id, person, office], [record.party, record.person?.[lang], record.office?.[lang]], id);
      }
    }
  }
});

test("a table read back gives the rows again", () => {
  for (const lang of languages) {
    const { dataset, claims } = json(lang);
    const lines = linesOf(read(lang, "csv"));
    assert.deepEqual(rowsOf(lines), claims, lang);
    for (const line of lines) for (const [name, value] of Object.entries(dataset)) if (name in line) assert.equal(line[name], String(value), name);
  }
});

test("a table is one that a spreadsheet opens by itself", () => {
  for (const lang of languages) {
    assert.deepEqual([...bytes(fileOf(lang, "csv")).subarray(0, 3)], [0xef, 0xbb, 0xbf], "the mark of UTF-8");
    const [headings, ...lines] = cells(read(lang, "csv"));
    assert.equal(new Set(headings).size, headings.length, "each heading once");
    assert.deepEqual(lines.filter((line) => line.length !== headings.length), [], "every line is as long as the first");
    assert.ok(lines.length >= ids.length);
  }
});

test("what the columns are is written in the records' README", () => {
  const readme = readFileSync(`${ROOT}public/data/README.md`, "utf8");
  const [headings] = cells(read(languages[0], "csv"));
  assert.deepEqual(headings.filter((heading) => !readme.includes(`\`${heading}\``)), []);
});

test("GeoJSON is valid, and a place's point is where its record says", () => {
  for (const lang of languages) {
    const { features } = check(read(lang, "geojson"));
    const placed = features.filter(({ geometry }) => geometry);
    assert.ok(placed.length > 20 && placed.length < features.length);
    for (const { geometry, properties } of placed) {
      const { latitude, longitude } = byId(places, properties.place).point;
      assert.deepEqual(geometry.coordinates, [longitude, latitude], properties.place);
    }
    const expected = claims.flatMap(({ id, places: named = [] }) => {
      const points = named.filter(({ place }) => byId(places, place).point);
      return points.length ? points.map(({ place, role }) => `${id} ${place} ${role}`) : [id];
    });
    const found = features.map(({ properties: { claim, place, role } }) => (place ? `${claim} ${place} ${role}` : claim));
    assert.deepEqual(found.sort(), expected.sort(), lang);
    assert.equal(new Set(features.map(({ id }) => id)).size, features.length, "each Feature has an id of its own");
  }
});

test("JSON-LD is in the words of schema.org, and each mention leads to what it names", async () => {
  const all = languages.flatMap((lang) => {
    const { "@context": context, "@graph": graph } = JSON.parse(read(lang, "jsonld"));
    assert.equal(context, "https://schema.org");
    const described = graph.map((node) => node["@id"]);
    assert.equal(new Set(described).size, described.length, "each thing is described once");
    const mentioned = graph.filter((node) => node.about).map((node) => node.about["@id"]);
    assert.deepEqual(mentioned.filter((id) => !described.includes(id)), []);
    return graph.map((thing) => ({ name: `${lang} ${thing["@id"]}`, thing }));
  });
  assert.deepEqual(await strayFromVocabulary(all), []);
});

test("a reference read back has the claim's words, claimants and address", () => {
  for (const lang of languages) {
    const rows = json(lang).claims;
    for (const ending of ["bib", "ris"]) {
      const [whole, ...own] = references(read(lang, ending));
      assert.equal(plain(whole.title), `${manifest.title[lang]}: ${manifest.subtitle[lang]}`);
      assert.equal(own.length, rows.length);
      own.forEach((reference, at) => {
        assert.equal(plain(reference.title), plain(rows[at].summary), `${ending} ${rows[at].claim}`);
        assert.equal(reference.URL, rows[at].address);
        assert.equal(reference.author.length, Math.max(rows[at].speakers.length, 1));
        const isDated = rows[at].said_basis === "stated" && rows[at].said_precision !== "unknown";
        if (!isDated) assert.equal(reference.issued, undefined, "no date that its report doesn't give");
      });
    }
  }
});
