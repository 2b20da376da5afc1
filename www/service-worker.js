// Keeps the page, so that it starts without a network. `cargo xtask seal` writes `release` above this: the version, and
// the address and the hash of each file. All of them are kept or none, so no two versions are ever mixed. Nothing but
// the page's own files is asked for or kept.

"use strict";

// Other pages may live on the same host and have caches of their own.
const PREFIX = `jwt-why ${registration.scope} `;
const NAME = PREFIX + release.version;
const PAGES = ["", "index.html"].map((name) => new URL(name, registration.scope).href);

const keep = async () => {
  // A host may say that the page itself stays fresh for minutes; every other address has a version.
  const requests = release.files.map(
    ([address, integrity]) => new Request(address, { integrity, cache: address === "./" ? "no-cache" : "default" }),
  );
  try {
    await (await caches.open(NAME)).addAll(requests);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

// Another tab may still show the version before this one; what is older goes.
const tidy = async () => {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
};

const page = async (request) => (await (await caches.open(NAME)).match("./")) ?? fetch(request);
const file = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => data === "take-over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !address.startsWith(registration.scope)) {
    return;
  }
  if (request.mode !== "navigate") {
    event.respondWith(file(request));
  } else if (PAGES.includes(address)) {
    event.respondWith(page(request));
  }
});
