// Stands in the head of every page of the site's own, so that the theme which a reader chose is there
// before the first paint. What follows this comment is inlined as it stands, allowed by its hash (both
// in src/publish/head.rs). public/boot/theme.js calls it too, when another theme is chosen.
function wear(theme) {
  const { dataset } = document.documentElement;
  if (!/^(light|dark)$/.test(theme)) theme = "";
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  for (const meta of document.querySelectorAll("meta[data-theme-of]")) {
    const { themeOf } = meta.dataset;
    meta.media = !theme ? `(prefers-color-scheme: ${themeOf})` : themeOf === theme ? "all" : "not all";
  }
  document.querySelector("meta[name=color-scheme]").content = theme || "light dark";
}
try {
  wear(localStorage["qawlan.theme"]);
} catch {}
