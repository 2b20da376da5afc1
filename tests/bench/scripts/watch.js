// Runs before everything else of a page: notes when the page is usable and when it shows its first verdict.
// `{token}` is typed before any of the page's scripts can hear it.

globalThis.seen = {};
{
  const note = (name) => (seen[name] ??= performance.now());
  const look = () => {
    const paste = document.getElementById("paste");
    if (paste !== null && !("typed" in seen)) {
      note("typed");
      paste.value = "{token}";
    }
    if ("started" in document.documentElement.dataset) {
      note("usable");
    }
    if (document.querySelector("[data-verdict]")) {
      note("verdict");
    }
  };
  new MutationObserver(look).observe(document, {
    attributeFilter: ["data-started", "data-verdict"],
    childList: true,
    subtree: true,
  });
}
