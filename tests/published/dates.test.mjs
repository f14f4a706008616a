// Dates as each language writes them, beside what the Unicode Consortium's data says (Intl).

import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, plain, wordsOf } from "../browser/records.mjs";

const intl = (lang, options) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", numberingSystem: "latn", calendar: "gregory", ...options });
const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2022, at, 13)));
/** 1 August 2022 was a Monday. */
const weekdays = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2022, 7, 1 + at)));
/** The data writes some full stops as dots of their own, and leaves no space before a comma. */
const even = (text) => plain(text).replace(/\u2024/g, ".");

/** The words of a date, put together as the app does. */
function written(lang, key, date) {
  const words = wordsOf(lang);
  return words.text(key, {
    day: date.getUTCDate(),
    month: words.text(`month.${date.getUTCMonth() + 1}`),
    weekday: words.text(`weekday.${((date.getUTCDay() + 6) % 7) + 1}`),
    year: date.getUTCFullYear(),
  });
}

for (const lang of languages) {
  test(`months and weekdays have the names that the language gives them (${lang})`, () => {
    const words = wordsOf(lang);
    for (const date of months) {
      assert.equal(words.text(`month.${date.getUTCMonth() + 1}`), intl(lang, { month: "long" }).format(date));
    }
    for (const [at, date] of weekdays.entries()) {
      assert.equal(words.text(`weekday.${at + 1}`), intl(lang, { weekday: "long" }).format(date));
    }
  });
  test(`a month alone is written as the language writes it (${lang})`, () => {
    for (const date of months) {
      assert.equal(written(lang, "date.month", date), even(intl(lang, { month: "long", year: "numeric" }).format(date)));
    }
  });
}

for (const lang of ["hy", "az"]) {
  test(`a day with its weekday is written as the language writes it (${lang})`, () => {
    for (const date of [...months, ...weekdays]) {
      assert.equal(written(lang, "date.weekday", date), even(intl(lang, { dateStyle: "full" }).format(date)));
    }
  });
}

test("an interface's counted forms are those of its language", () => {
  for (const lang of languages) {
    const rules = new Intl.PluralRules(lang);
    const whole = [...new Set(Array.from({ length: 201 }, (_, n) => rules.select(n)))].sort();
    const forms = [...new Set(wordsOf(lang).forms("count.reports"))].sort();
    assert.deepEqual(forms, whole, lang);
  }
});
