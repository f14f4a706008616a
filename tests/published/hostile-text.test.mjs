// Whatever stands in a record, a download is well formed: no cell starts a formula, no line a tag,
// no field ends early, and what was put in comes out again.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { check } from "@placemarkio/check-geojson";
import { aboutView } from "../../public/take-along/about.js";
import { fileOf, FORMS } from "../../public/take-along/file.js";
import { text } from "./dist.mjs";
import { cells, linesOf, references, rowsOf } from "./reading-back.mjs";

const published = JSON.parse(text("published/en/claims/about.json"));
const about = aboutView(published, "https://any.host/en/");
const { claims, nodes } = JSON.parse(text("published/en/claims/events/2022-09-13-outbreak.json"));

/** What makes programs run, end or begin something, between letters of two directions. */
const NASTY = [
  "=", "+", "-", "@", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://a\",\"b\")", "@SUM(1+9)", "＝1", "'", "''=", "' =",
  '"', '""', ",", ";", "\t", "\r", "\n", "\r\n", " ", "|", " | ", "\\", "\\|", "{", "}", "}}", "%", "#", "&", "_", "$", "~", "^",
  "TY  - ", "ER  - ", "@misc{x,", "</script>", "<b>", "قُتل ١٢ جنديًّا", "49 قتيلًا", "Հայ", "é", "\u00a0", "-71.2", "null",
];
const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: "grapheme" })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""))
  // An editor's text is never empty: an empty cell is what isn't there.
  .filter((text) => text !== "");

/** A row in which every text of a claim is hostile. */
const hostileRow = fc.record({ at: fc.nat(claims.length - 1), texts: fc.array(hostile, { minLength: 12, maxLength: 12 }) }).map(({ at, texts }) => {
  const [summary, title, quoted, other, wording, verb, note, printed, channel, why, claimants, reason] = texts;
  const row = claims[at];
  const [appearance] = row.appearances;
  return {
    ...row,
    summary,
    claimants,
    channel,
    as_printed: printed,
    event: { ...row.event, name: title },
    quotations: [{ language: "ar", text: quoted }, { language: "ar", text: other }],
    figures: [{ measure: "killed", words: wording, amount: [3, 5], low: 3, high: 5, qualifier: "between", people: "military", whose: [{ id: "north", name: title }], whose_basis: "inferred", whose_reason: why, wording }],
    states: row.states.map((state) => ({ ...state, reason })),
    appearances: [{ ...appearance, verb, note }, { ...appearance, verb: undefined, note }],
  };
});
const without = (value) => JSON.parse(JSON.stringify(value));
const file = (ending, ...rows) => fileOf(FORMS[ending], about, rows.map((row) => ({ row, node: { ...nodes[0], text: row.summary } })));
const holds = (property) => fc.assert(property, { numRuns: 100 });

const STARTS_A_FORMULA = /^\s*[=+\-@＝＋－＠]/;
const isNumber = (cell) => /^-?\d+(\.\d+)?$/.test(cell);

test("no cell can start a formula, whatever separator the spreadsheet takes", () => {
  assert.match("=1+1", STARTS_A_FORMULA);
  holds(
    fc.property(hostileRow, (row) => {
      const table = file("csv", row);
      for (const separator of [",", ";", "\t", "|"]) {
        const found = cells(table, separator).flat().flatMap((cell) => cell.split(/[\r\n]/));
        assert.deepEqual(found.filter((cell) => STARTS_A_FORMULA.test(cell) && !isNumber(cell)), [], `parted at ${JSON.stringify(separator)}`);
      }
    }),
  );
});
test("a table read back gives the row again", () => {
  holds(fc.property(hostileRow, (row) => assert.deepEqual(rowsOf(linesOf(file("csv", row))), [without(row)])));
});

test("JSON, GeoJSON and JSON-LD read back give the row's words again", () => {
  holds(
    fc.property(hostileRow, (row) => {
      assert.deepEqual(JSON.parse(file("json", row)).claims, [without(row)]);
      const { places, ...rest } = without(row);
      for (const { properties } of check(file("geojson", row)).features) {
        for (const [name, value] of Object.entries(rest)) assert.deepEqual(properties[name], value, name);
        assert.deepEqual(properties.places, places);
      }
      assert.equal(JSON.parse(file("jsonld", row))["@graph"].at(-1).text, row.summary);
    }),
  );
});

test("no text ends a field of BibTeX or begins an entry", () => {
  holds(
    fc.property(hostileRow, (row) => {
      const entries = file("bib", row);
      let depth = 0;
      for (const [brace] of entries.matchAll(/[{}]/g)) {
        depth += brace === "{" ? 1 : -1;
        assert.ok(depth >= 0);
      }
      assert.equal(depth, 0, "braces are even");
      const found = references(entries);
      assert.deepEqual(found.slice(1).map((reference) => reference["citation-key"]), [row.claim]);
      assert.equal(found[1].URL, row.address);
      // Nothing that TeX would run, or that ends a line of it, stands there bare.
      const values = [...entries.matchAll(/^ {2}(?:title|note|howpublished) = \{(.*)\},?$/gm)].map(([, value]) => value);
      for (const value of values) assert.doesNotMatch(value, /(?<!\\)[$&#%_]|[~^]|\\(?![$&#%_]|text[a-z]+\{\})/);
    }),
  );
});

test("no text begins a tag of RIS", () => {
  holds(
    fc.property(hostileRow, (row) => {
      const lines = file("ris", row).split("\r\n").filter(Boolean);
      assert.deepEqual(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line)), [], "every line is a tag's");
      assert.equal(lines.filter((line) => line.startsWith("TY  - ")).length, 2);
      assert.equal(lines.filter((line) => line.startsWith("ER  - ")).length, 2);
      assert.ok(lines.every((line) => !/[\r\n\u2028\u2029]/.test(line)));
    }),
  );
});
