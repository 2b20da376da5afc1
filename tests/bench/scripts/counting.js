// Notes from when a file is chosen to when its table is complete, and the longest task of the main thread in between.

globalThis.counted = new Promise((resolve) => {
  let begin = 0;
  let blocked = 0;
  const tasks = new PerformanceObserver((list) => {
    blocked = Math.max(blocked, ...list.getEntries().map(({ duration }) => duration));
  });
  const look = () => {
    if (document.querySelector("[data-census=done]") === null) {
      return;
    }
    observer.disconnect();
    const seconds = (performance.now() - begin) / 1000;
    const figure = (name) => Number(document.querySelector(`[data-${name}]`)?.dataset[name]);
    resolve({ seconds, tokens: figure("seen"), distinct: figure("distinct"), blocked });
  };
  const observer = new MutationObserver(look);
  document.getElementById("file").addEventListener(
    "change",
    () => {
      begin = performance.now();
      tasks.observe({ type: "longtask" });
      observer.observe(document, { attributes: true, childList: true, subtree: true });
    },
    { capture: true, once: true },
  );
});
