// What every download carries: the dataset's own words, the link of what is shown and, where the
// reader looks at what was known at a moment, that moment.

/** A pattern with its `{holes}` filled. */
export const fill = (pattern, holes) => pattern.replace(/\{([^}]+)\}/g, (hole, name) => holes[name] ?? hole);

/** What a file of this view says of itself. `published` is the content of `claims/about.json`. */
export function aboutView({ dataset, node, words }, link, asOf) {
  const { time_zone: zone } = dataset;
  const moment = asOf?.replace("T", " ");
  const note = asOf && fill(words.as_of, { moment, zone });
  return { ...dataset, link, ...(asOf && { as_of: asOf, as_of_note: note }), node, words, whole: dataset.link };
}

/** The part of it that is data rather than the program's. */
export function facts({ node, words, whole, ...facts }) {
  return facts;
}

/** In sentences: licence, corpus, language, date, and the moment that was chosen. */
export function notes({ licence_note, corpus, language_note, data_date, as_of_note, words }) {
  return [licence_note, corpus, language_note, fill(words.data_date, { date: data_date }), as_of_note].filter(Boolean);
}
