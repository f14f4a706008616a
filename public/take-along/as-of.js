// What was known at a moment, by the rule of src/domain/as_of.rs: a claim counts only from the
// latest moment at which it can have been made; one that may have been made by then is marked.

const isMoment = (text) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text);
const first = (moment) => (moment.includes("T") ? moment : `${moment}T00:00`);
const last = (moment) => (moment.includes("T") ? moment : `${moment}T23:59`);

/** The moment that a link asks for, if it is one. */
export function momentOf(search) {
  const asked = new URLSearchParams(search).get("asof") ?? "";
  return isMoment(asked) ? asked : undefined;
}

/** Whether a claim had been made by the end of a moment: "yes", "maybe", or not. */
export function knownBy(moment, { said_earliest, said_latest: latest, outlet_speaks }) {
  if (last(latest) <= last(moment)) return "yes";
  // An outlet speaks on the day its report comes out.
  const earliest = outlet_speaks ? latest.slice(0, 10) : said_earliest;
  return !earliest || first(earliest) <= last(moment) ? "maybe" : undefined;
}

/**
 * The entries known at a moment, each marked; all of them, unmarked, without one. What the comparison
 * found rests on all that was said, so at a moment it is left out.
 */
export function knownEntries(moment, entries) {
  if (!moment) return entries;
  return entries.flatMap(({ row: { states, ...row }, node }) => {
    const known_by = knownBy(moment, row);
    return known_by ? [{ row: { ...row, known_by }, node }] : [];
  });
}
