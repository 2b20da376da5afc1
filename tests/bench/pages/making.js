// Keys and tokens, made by WebCrypto: neither contender has made what it verifies.

const encoder = new TextEncoder();

export const base64url = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const rsa = (name, hash) => ({
  generate: { name, hash, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  verify: { name, saltLength: Number(hash.slice(4)) / 8 },
});
const ec = (namedCurve, hash) => ({
  generate: { name: "ECDSA", namedCurve },
  verify: { name: "ECDSA", hash },
});
const plain = (name) => ({ generate: { name }, verify: { name } });

/// What WebCrypto needs to know for an "alg" value.
const ALGORITHMS = {
  HS256: { generate: { name: "HMAC", hash: "SHA-256", length: 256 }, verify: { name: "HMAC" } },
  HS384: { generate: { name: "HMAC", hash: "SHA-384", length: 384 }, verify: { name: "HMAC" } },
  HS512: { generate: { name: "HMAC", hash: "SHA-512", length: 512 }, verify: { name: "HMAC" } },
  RS256: rsa("RSASSA-PKCS1-v1_5", "SHA-256"),
  RS384: rsa("RSASSA-PKCS1-v1_5", "SHA-384"),
  RS512: rsa("RSASSA-PKCS1-v1_5", "SHA-512"),
  PS256: rsa("RSA-PSS", "SHA-256"),
  PS384: rsa("RSA-PSS", "SHA-384"),
  PS512: rsa("RSA-PSS", "SHA-512"),
  ES256: ec("P-256", "SHA-256"),
  ES384: ec("P-384", "SHA-384"),
  ES512: ec("P-521", "SHA-512"),
  EdDSA: plain("Ed25519"),
  "ML-DSA-44": plain("ML-DSA-44"),
  "ML-DSA-65": plain("ML-DSA-65"),
  "ML-DSA-87": plain("ML-DSA-87"),
};

export const NAMES = Object.keys(ALGORITHMS);

/// A key of its own for an "alg" value; null where this browser has no such algorithm.
export const makeKey = async (alg, kid) => {
  const { generate, verify } = ALGORITHMS[alg];
  try {
    const made = await crypto.subtle.generateKey(generate, true, ["sign", "verify"]);
    const [signing, verifying] = made.privateKey ? [made.privateKey, made.publicKey] : [made, made];
    const { kty, crv, x, y, n, e, k, pub } = await crypto.subtle.exportKey("jwk", verifying);
    return { alg, parameters: verify, signing, verifying, jwk: { kty, kid, alg, crv, x, y, n, e, k, pub } };
  } catch (error) {
    if (error.name === "NotSupportedError") {
      return null;
    }
    throw error;
  }
};

/// A token of `claims` under a key. `header` adds to the header, and takes away what it names as undefined.
export const makeToken = async (key, claims, header = {}) => {
  const parts = [{ alg: key.alg, typ: "JWT", kid: key.jwk.kid, ...header }, claims];
  const input = parts.map((part) => base64url(encoder.encode(JSON.stringify(part)))).join(".");
  const signature = await crypto.subtle.sign(key.parameters, key.signing, encoder.encode(input));
  return `${input}.${base64url(new Uint8Array(signature))}`;
};
