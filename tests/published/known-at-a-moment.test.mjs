// A download of what was known at a moment holds nothing that was said later, and marks what only
// may have been said by then.

import assert from "node:assert/strict";
import { test } from "node:test";
import { knownBy, knownEntries, momentOf } from "../../public/take-along/as-of.js";
import { languages } from "../browser/records.mjs";
import { text } from "./dist.mjs";

test("a claim is known by the end of a moment, may be, or is not", () => {
  for (const [moment, earliest, latest, expected] of [
    ["2022-09-13T16:55", "2022-09-13", "2022-09-13T16:55", "yes"],
    ["2022-09-13T16:54", "2022-09-13", "2022-09-13T16:55", "maybe"],
    ["2022-09-13T16:55", "2022-09-13", "2022-09-13", "maybe"],
    ["2022-09-13", "2022-09-13", "2022-09-13", "yes"],
    ["2022-09-12T23:59", "2022-09-13", "2022-09-13", undefined],
    ["2022-09-13T00:00", "2022-09-13", "2022-09-13", "maybe"],
    ["2022-09-12", undefined, "2022-09-13", "maybe"],
    ["2022-09-12", "2022-09-13T00:05", "2022-09-14", undefined],
  ]) {
    assert.equal(knownBy(moment, { said_earliest: earliest, said_latest: latest }), expected, `${moment}: ${earliest} to ${latest}`);
  }
});

test("an outlet speaks on the day of its report, and not before", () => {
  const row = { said_latest: "2022-09-15", outlet_speaks: "report-1" };
  for (const [moment, expected] of [
    ["2022-09-14", undefined],
    ["2022-09-15T08:00", "maybe"],
    ["2022-09-15", "yes"],
  ]) assert.equal(knownBy(moment, row), expected, moment);
});

test("a moment that is none is not asked for", () => {
  for (const [search, expected] of [
    ["?asof=2022-09-13", "2022-09-13"],
    ["?party=north&asof=2022-09-13T16:55", "2022-09-13T16:55"],
    ["?asof=2022-09-13T16%3A55", "2022-09-13T16:55"],
    ["?asof=yesterday", undefined],
    ["?asof=2022-09-13T16:55:00", undefined],
    ["", undefined],
  ]) assert.equal(momentOf(search), expected, search);
});

test("at every moment of the dataset nothing is there that may not have been said by then", () => {
  const end = (moment) => (moment.length === 10 ? `${moment}T23:59` : moment);
  for (const lang of languages) {
    const entries = JSON.parse(text(`downloads/qawlan-${lang}.json`)).claims.map((row) => ({ row }));
    const moments = [...new Set(entries.flatMap(({ row }) => [row.said_earliest, row.said_latest]).filter(Boolean))].sort();
    assert.ok(moments.length > 5);
    let before = 0;
    for (const moment of moments) {
      const known = knownEntries(moment, entries);
      for (const { row } of known) {
        if (row.known_by === "yes") assert.ok(end(row.said_latest) <= end(moment), row.claim);
        else assert.ok(!row.said_earliest || row.said_earliest <= end(moment), row.claim);
        assert.equal(row.states, undefined, "a state may rest on what was said later");
      }
      const sure = known.filter(({ row }) => row.known_by === "yes").length;
      const said = entries.filter(({ row }) => end(row.said_latest) <= end(moment)).length;
      assert.equal(sure, said, `none is left out at ${moment}`);
      assert.ok(known.length >= before || moment.length > 10, "what is known only grows");
      before = Math.min(known.length, before || Infinity);
    }
    assert.equal(knownEntries(moments.at(-1), entries).filter(({ row }) => row.known_by === "yes").length, entries.length);
    assert.equal(knownEntries(undefined, entries), entries, "without a moment all is there, unmarked");
  }
});
