// The worker of `log.html`: finds tokens by a regular expression, verifies each with `jose`, and counts why those that
// fail do. Keys are imported once; many verifications are under way at a time.

import { importJWK, jwtVerify } from "jose";

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const AT_ONCE = 512;

const ALGORITHMS = { EC: "ES256", RSA: "RS256", oct: "HS256" };

const ring = async (text) => {
  const { keys } = JSON.parse(text);
  return new Map(await Promise.all(keys.map(async (jwk) => [jwk.kid, await importJWK(jwk, jwk.alg ?? ALGORITHMS[jwk.kty])])));
};

/// The time at which the line begins that holds what stands here.
const timeOf = (text, at) => new Date(text.slice(text.lastIndexOf("\n", at) + 1, at).split(" ", 1)[0]);

const judge = async (token, key, currentDate) => {
  try {
    await jwtVerify(token, key, { currentDate });
    return "accepted";
  } catch (error) {
    return error.code ?? error.name;
  }
};

const lines = async function* (file) {
  let rest = "";
  for await (const piece of file.stream().pipeThrough(new TextDecoderStream())) {
    const text = rest + piece;
    const end = text.lastIndexOf("\n") + 1;
    yield text.slice(0, end);
    rest = text.slice(end);
  }
  yield rest;
};

addEventListener("message", async ({ data: { file, keys, distinct } }) => {
  const begin = performance.now();
  const known = await ring(keys);
  const key = ({ kid }) => {
    const found = known.get(kid);
    if (found === undefined) {
      throw Object.assign(new Error("no such key"), { code: "ERR_NO_KEY" });
    }
    return found;
  };
  const seen = new Set();
  const counts = {};
  let tokens = 0;
  let under = [];
  const settle = async () => {
    for (const outcome of await Promise.all(under)) {
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    under = [];
  };
  for await (const text of lines(file)) {
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      tokens += 1;
      if (distinct && seen.has(token)) {
        continue;
      }
      seen.add(token);
      under.push(judge(token, key, timeOf(text, index)));
      if (under.length === AT_ONCE) {
        await settle();
      }
    }
  }
  await settle();
  postMessage({ seconds: (performance.now() - begin) / 1000, tokens, distinct: seen.size, counts });
});

postMessage("ready");
