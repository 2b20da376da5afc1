// A worker's start script: makes an instance of the module that the page has compiled, joins the rest of it when that is
// there, and hands it every message. Its last one, when it dies, is where that was.

// A panic in the module is a trap without any words, so none that were pasted can be among them.
const dies = (error) => postMessage(error?.stack ?? "");
addEventListener("error", (event) => {
  event.preventDefault();
  dies(event.error);
});
addEventListener("unhandledrejection", ({ reason }) => reason instanceof WebAssembly.RuntimeError && dies(reason));

let early = [];
let receive = (message) => early.push(message);
let joins;
const rest = new Promise((resolve) => {
  joins = resolve;
});

const begin = async ({ glue: address, module, whole }) => {
  try {
    // In the page that is one file the glue stands above this.
    const glue = address === null ? wasm_bindgen : await import(address);
    const first = await (glue.default ?? glue)({ module_or_path: module });
    const joined = rest.then((rest) => WebAssembly.instantiate(rest, { first }));
    if (whole) {
      await joined;
      glue.rest(true);
    }
    const signs = name === "signing";
    if (!signs) {
      glue.start_worker();
    }
    if (!whole) {
      joined.then(
        () => glue.rest(true),
        () => glue.rest(false),
      );
    }
    receive = signs ? glue.sign : glue.receive;
  } catch (error) {
    dies(error);
    return;
  }
  early.forEach((message) => receive(message));
  early = [];
};

addEventListener("message", ({ data }) => {
  if (data?.module !== undefined) {
    begin(data);
  } else if (data?.rest !== undefined) {
    joins(data.rest);
  } else {
    receive(data);
  }
});
