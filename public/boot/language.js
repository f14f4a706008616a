// Remembers which language a reader chose, for the one address that belongs to none: the site's
// bare root. Storage may be denied; then nothing is remembered.

const KEY = "qawlan.language";

/** The link to the page at hand in a language, by which the masthead offers it. */
const linkTo = (language) =>
  [...document.querySelectorAll("nav.languages a[hreflang]")].find(({ hreflang }) => hreflang === language);

/** Keeps the language of every language link that is followed. */
export function rememberLanguage() {
  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.("nav.languages a[hreflang]");
      try {
        if (link) localStorage.setItem(KEY, link.hreflang);
      } catch {
        // The link leads there all the same.
      }
    },
    true,
  );
}

/** At the bare root: where the reader's language is, if they chose another than the page's. */
export function rememberedAddress() {
  const { lang, dataset } = document.documentElement;
  const { pathname, search, hash } = location;
  if (dataset.root !== "" || !/\/(index\.html)?$/.test(pathname)) return undefined;
  let chosen;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    return undefined;
  }
  const link = linkTo(chosen);
  // A host may answer any address with the root's page: from there this would go on for ever.
  if (!link || chosen === lang || pathname.includes(`/${chosen}/`)) return undefined;
  return link.pathname + search + hash;
}
