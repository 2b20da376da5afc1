// The start script. It owns what is there before the module: the address, the language, the theme and the text area. It
// loads the one module, starts the page with it, and starts workers with it whenever the page asks for one. The module
// comes in two halves: the first one gives a verdict, the rest joins every instance of it when it is there.
//
// Hosted, the files lie beside the page and come with their hashes. In the page that is one file (`data-inside`) they
// lie in blocks of data, and the module's glue is there as `wasm_bindgen`.

"use strict";

{
  // What comes before the module waits for it.
  const box = () => {
    const early = [];
    const box = {
      put: (thing) => early.push(thing),
      listen: (listener) => {
        box.put = listener;
        early.splice(0).forEach((thing) => listener(thing));
      },
    };
    return box;
  };

  // What a link carries is taken out of the address before anything else is done: it must be in no history.
  const links = box();
  const take = () => {
    const fragment = location.hash.slice(1);
    if (/^(token|key|report)=/.test(fragment)) {
      history.replaceState(null, "", location.pathname + location.search);
      links.put(fragment);
    }
  };
  take();
  addEventListener("hashchange", take);

  // A file that is dropped anywhere is read here; the browser itself would leave the page and show it.
  const drops = box();
  const ofFiles = (listener) => (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      listener(event.dataTransfer.files);
    }
  };
  addEventListener("dragover", ofFiles(() => {}));
  // Of several the first one counts.
  addEventListener("drop", ofFiles(([file]) => file && drops.put(file)));

  const files = document.currentScript.dataset;
  const root = document.documentElement;

  // So that what belongs to another view is not seen for a moment.
  root.dataset.view = location.hash.startsWith("#/kb") ? "knowledge" : location.hash === "#/make" ? "make" : "diagnose";

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

  const ready = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  // What lies over the page closes when the focus goes on to what lies below.
  ready.then(() => {
    document.getElementById("privacy").addEventListener("focusout", ({ currentTarget, relatedTarget }) => {
      if (relatedTarget && !currentTarget.contains(relatedTarget) && currentTarget.matches(":popover-open")) {
        currentTarget.hidePopover();
      }
    });
  });

  const address = (name) => new URL(files[name], document.baseURI).href;
  const beside = async (name) => {
    const response = await fetch(address(name), { integrity: files[`${name}Integrity`] ?? "" });
    if (!response.ok) {
      throw new Error(`the file for ${name} is not there`);
    }
    return response;
  };
  const inside = async (name) => {
    await ready;
    const text = document.getElementById(`file-${name}`).textContent;
    const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  const get = "inside" in files ? inside : beside;
  const glueOf = "inside" in files ? () => ready.then(() => wasm_bindgen) : () => import(address("glue"));

  const bytes = async (name) => (await get(name)).arrayBuffer();
  // What can be read without the module is painted before that is compiled; a page that nobody sees is never painted.
  const painted = ready.then(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  const seen = document.hidden ? Promise.resolve() : painted;
  const module = Promise.all([bytes("wasm"), seen]).then(([wasm]) => WebAssembly.compile(wasm));
  // What the first verdict does not need comes after it: it must not compete with what that needs, neither for the
  // network nor, while it is compiled, for the processor.
  let answers;
  const answered = new Promise((resolve) => {
    answers = resolve;
  });
  const rest = module
    .then(() => bytes("rest"))
    .then((rest) => answered.then(() => WebAssembly.compile(rest)));
  // The half that is there gives the other one everything that it has.
  const join = (glue, first) =>
    rest
      .then((rest) => WebAssembly.instantiate(rest, { first }))
      .then(
        () => glue.rest(true),
        () => glue.rest(false),
      );
  // Without the knowledge base there is still a verdict. Its index is read with the rest, its texts when somebody reads.
  const text = (name, encoding) =>
    bytes(name)
      .then((content) => new TextDecoder(encoding).decode(content))
      .catch(() => null);
  const knowledge = module.then(() => text("knowledge"));

  // The published secrets are a large file, and hardly ever needed: a worker asks when nothing else explains a
  // signature. Whatever comes of it holds for as long as the page lives.
  let secrets;
  const publishedSecrets = () => (secrets ??= text("secrets"));

  // A worker from a blob: address inherits the page's policy; one from a file of its own would have none.
  const own = (url) => {
    if (!url.startsWith("blob:")) {
      throw new TypeError("only a script that this one has read may run");
    }
    return url;
  };
  const policy = globalThis.trustedTypes?.createPolicy("jwt-why", { createScriptURL: own });
  const script = async (name) => {
    const url = URL.createObjectURL(new Blob([await (await get(name)).text()], { type: "text/javascript" }));
    return policy?.createScriptURL(url) ?? url;
  };
  // A page from a file can't start a module as a worker; the glue is a part of the worker's script there. A worker that
  // is to be a whole begins when the rest is there.
  const run = (url, module, name, whole) => {
    const worker = new Worker(url, { type: "inside" in files ? "classic" : "module", name });
    worker.postMessage({ glue: "glue" in files ? address("glue") : null, module, whole });
    rest.then(
      (rest) => worker.postMessage({ rest }),
      () => worker.postMessage({ rest: null }),
    );
    return worker;
  };
  const start = script("worker");
  const worker = (url, module, whole) => {
    const worker = run(url, module, "diagnosis", whole);
    worker.addEventListener("message", answers, { once: true });
    worker.addEventListener("error", answers, { once: true });
    worker.addEventListener("message", async ({ data }) => {
      if (data === "wants-secrets") {
        worker.postMessage({ secrets: await publishedSecrets() });
      }
    });
    knowledge.then((text) => text === null || worker.postMessage({ knowledge: text }));
    return worker;
  };

  // The module uses 128-bit vectors; a module of one function with one tells whether there are any.
  const VECTORS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  const isTooOld = () => !globalThis.WebAssembly?.validate?.(Uint8Array.from(VECTORS));
  // Where in the module something was thrown: the innermost functions, by their numbers. Words are left out.
  const place = (stack) => (stack.match(/[\w-]+:wasm-function\[\d+\]:0x[0-9a-f]+/g) ?? []).slice(0, 4).join(" ") || null;
  const fail = (error) => {
    document.getElementById("stopped-at").textContent = place(error?.stack ?? "");
    document.getElementById(isTooOld() ? "too-old" : "failure").hidden = false;
  };
  // What the module throws when it has panicked; the text area is outside of it and lives on.
  addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && fail(error));

  Promise.all([glueOf(), module, start, ready])
    .then(async ([glue, module, url]) => {
      const first = await (glue.default ?? glue)({ module_or_path: module });
      glue.start_page({
        worker: (whole) => worker(url, module, whole),
        signer: () => rest.then(() => run(url, module, "signing", true)),
        knowledge: () => knowledge,
        texts: () => text("texts", "gb18030"),
        place,
        fixes: () => text("fixes"),
        links: links.listen,
        drops: drops.listen,
      });
      root.dataset.started = "";
      // Nobody may have asked anything.
      setTimeout(answers, 500);
      return join(glue, first);
    })
    .catch(fail);
}
