// Has the page kept for when there is no network, and says when another version of it is ready. Where a browser keeps
// nothing (a private window, storage refused, a host without https), the page works as it does without this.

"use strict";

if ("serviceWorker" in navigator) {
  const ADDRESS = new URL("service-worker.js", document.baseURI).href;
  const container = navigator.serviceWorker;
  const notice = document.getElementById("update");
  const button = notice.querySelector("button");

  // Never without being asked: a reload empties the fields.
  const offer = (worker) => {
    notice.hidden = false;
    button.onclick = () => {
      container.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take-over");
    };
  };
  const watch = (worker) => {
    const look = () => worker.state === "installed" && container.controller && offer(worker);
    worker.addEventListener("statechange", look);
    look();
  };

  const register = async () => {
    const policy = globalThis.trustedTypes?.createPolicy("jwt-why-offline", { createScriptURL: () => ADDRESS });
    const options = { updateViaCache: "none" };
    const registration = await container.register(policy?.createScriptURL("") ?? ADDRESS, options);
    [registration.waiting, registration.installing].filter(Boolean).forEach(watch);
    registration.addEventListener("updatefound", () => watch(registration.installing));
  };
  // After everything that the page itself needs.
  addEventListener("load", () => register().catch(() => {}), { once: true });

  // Another tab has changed to the other version; this one stays as it is until somebody reloads it.
  let controlled = Boolean(container.controller);
  container.addEventListener("controllerchange", () => {
    if (controlled) {
      notice.hidden = false;
      button.onclick = () => location.reload();
    }
    controlled = true;
  });
}
