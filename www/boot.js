// The start script. It owns what is there before the module: the language, the theme and the text area. It loads the
// one module, starts the page with it, and starts workers with it whenever the page asks for one.

"use strict";

{
  const files = document.currentScript.dataset;
  const root = document.documentElement;

  // Storage may be forbidden; then the browser's own settings count.
  const preference = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const language = preference("language") ?? navigator.language;
  root.lang = /^zh\b/i.test(language) ? "zh" : "en";
  const theme = preference("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }

  const address = (name) => new URL(files[name], document.baseURI).href;
  const get = (name) => fetch(address(name), { integrity: files[`${name}Integrity`] ?? "" });

  const module = get("wasm").then(async (response) => {
    if (!response.ok) {
      throw new Error("the module is not there");
    }
    return WebAssembly.compile(await response.arrayBuffer());
  });
  // Without the knowledge base there is still a verdict.
  const knowledge = get("knowledge").then(
    (response) => (response.ok ? response.text() : null),
    () => null,
  );

  // A worker from a blob: address inherits the page's policy; one from a file of its own would have none.
  const start = get("worker").then(async (response) => {
    if (!response.ok) {
      throw new Error("the worker's script is not there");
    }
    const url = URL.createObjectURL(new Blob([await response.text()], { type: "text/javascript" }));
    const policy = globalThis.trustedTypes?.createPolicy("jwt-why", { createScriptURL: () => url });
    return policy?.createScriptURL("") ?? url;
  });
  const worker = (url, compiled) => {
    const worker = new Worker(url, { type: "module", name: "diagnosis" });
    worker.postMessage({ glue: address("glue"), module: compiled });
    knowledge.then((text) => text === null || worker.postMessage({ kind: "knowledge", text }));
    return worker;
  };

  const fail = () => {
    document.getElementById("failure").hidden = false;
  };
  // What the module throws when it has panicked; the text area is outside of it and lives on.
  addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && fail());

  const ready = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
  Promise.all([import(address("glue")), module, start, ready])
    .then(async ([glue, compiled, url]) => {
      await glue.default({ module_or_path: compiled });
      glue.start_page({ worker: () => worker(url, compiled), knowledge: () => knowledge });
      root.dataset.started = "";
    })
    .catch(fail);
}
