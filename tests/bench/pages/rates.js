// The worker of `rates.html`: everything that is measured without a page around it, and the tokens for what is
// measured with one.

import { compactVerify, importJWK } from "jose";
import start, { Recognition, Verifier } from "./bench_module.js";
import { NAMES, base64url, makeKey, makeToken } from "./making.js";

const encoder = new TextEncoder();
const ROUND = 250;
const ROUNDS = 5;

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/// How often a second `work` is done `count` times, over a quarter of a second.
const rate = async (work, count) => {
  const begin = performance.now();
  let done = 0;
  for (;;) {
    const verified = await work();
    if (verified !== count) {
      throw new Error(`${verified} of ${count} verified`);
    }
    done += count;
    const passed = performance.now() - begin;
    if (passed > ROUND) {
      return (done / passed) * 1000;
    }
  }
};

/// The rates of several contenders in turn: a first round for the compilers, then the medians of five.
const race = async (contenders, count) => {
  const rates = Object.keys(contenders).map((name) => [name, []]);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, measured] of rates) {
      const now = await rate(contenders[name], count);
      if (round > 0) {
        measured.push(now);
      }
    }
  }
  return Object.fromEntries(rates.map(([name, measured]) => [name, median(measured)]));
};

const wasm = (alg, jwk, tokens) => {
  const verifier = Verifier.of(alg, JSON.stringify(jwk));
  const lines = tokens.join("\n");
  return () => verifier.verify(lines);
};

const count = (outcomes) => outcomes.filter((outcome) => outcome).length;

/// One algorithm: the same tokens for all three; the two that are asynchronous get them all at once.
const algorithm = async (alg) => {
  const key = await makeKey(alg, "bench");
  if (key === null) {
    return null;
  }
  const tokens = await Promise.all(
    Array.from({ length: alg.startsWith("HS") ? 1024 : 64 }, (_, number) =>
      makeToken(key, { iss: "https://issuer.example", sub: `user-${number}`, aud: "api", iat: 1750000000, exp: 4102444800 }),
    ),
  );
  const contenders = { wasm: wasm(alg, key.jwk, tokens) };
  const imported = await importJWK(key.jwk, alg).catch(() => null);
  if (imported !== null) {
    contenders.jose = async () => count(await Promise.all(tokens.map((token) => compactVerify(token, imported))));
  }
  const decoded = tokens.map((token) => {
    const end = token.lastIndexOf(".");
    return [bytes(token.slice(end + 1)), encoder.encode(token.slice(0, end))];
  });
  contenders.webcrypto = async () =>
    count(await Promise.all(decoded.map((parts) => crypto.subtle.verify(key.parameters, key.verifying, ...parts))));
  return race(contenders, tokens.length);
};

/// Verifications a second for each algorithm, and for a vector of one that no browser has.
const rates = async ({ alg, jwk, token }) => {
  const table = [];
  for (const name of NAMES) {
    const measured = await algorithm(name);
    if (measured !== null) {
      table.push({ alg: name, ...measured });
    }
  }
  const tokens = Array.from({ length: 64 }, () => token);
  return [...table, { alg, ...(await race({ wasm: wasm(alg, jwk, tokens) }, tokens.length)) }];
};

/// How long the recogniser takes to be ready, and how much of a log it reads in a second.
const recognition = async () => {
  const [knowledge, log] = await Promise.all(
    ["../jwt-why/knowledge.txt", "messages.log"].map(async (file) => (await fetch(file)).text()),
  );
  const begin = performance.now();
  const recogniser = Recognition.of(knowledge);
  const ready = performance.now() - begin;
  const length = encoder.encode(log).length;
  let messages = 0;
  const { wasm } = await race({ wasm: () => ((messages = recogniser.messages(log)), length) }, length);
  return { ready, length, messages, rate: wasm };
};

const text = (length) => base64url(crypto.getRandomValues(new Uint8Array(Math.ceil((length * 3) / 4)))).slice(0, length);

/// A token of about two kilobytes, and a set of twenty RSA keys, for each of the situations.
const set = async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, (_, number) => makeKey("RS256", `key-${number}`)));
  const stranger = await makeKey("RS256", "key-11");
  const claims = { iss: "https://issuer.example", aud: "api", iat: 1750000000, exp: 4102444800, data: text(1000) };
  const keySet = JSON.stringify({ keys: keys.map((key) => key.jwk) });
  return {
    keys: keySet,
    tokens: {
      kid: await makeToken(keys[11], claims),
      all: await makeToken(keys[19], claims, { kid: undefined }),
      expired: await makeToken(keys[11], { ...claims, exp: 1750003600 }),
      stranger: await makeToken(stranger, claims),
    },
  };
};

const QUESTIONS = { rates, recognition, set };
const ready = start();

addEventListener("message", async ({ data: [question, ...facts] }) => {
  try {
    await ready;
    postMessage({ result: await QUESTIONS[question](...facts) });
  } catch (error) {
    postMessage({ failure: `${question}: ${error.stack}` });
  }
});
