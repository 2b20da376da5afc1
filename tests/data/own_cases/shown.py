"""Writes ../own-shown.jsonl: causes that the given cases show, once more with algorithms and keys of our own.

Run it as `python3 tests/data/own_cases/shown.py`. The measured rates of the knowledge base count the cases of
own-cases.jsonl; these stand beside them.
"""

from found import *

SHOWN = []


def shown(cause, *cases):
    for index, (text, keys, policy) in enumerate(cases):
        SHOWN.append({"id": f"shown/{cause}/{index + 1}", "about": cause.replace("-", " "), "text": text, "keys": keys,
                      "policy": policy, "now": NOW, "expect": {"found": [cause]}})


ALGS = ["HS256", "RS256", "ES256", "PS384", "EdDSA", "HS512", "ES384"]


def carried(cause, *changes, first=0):
    """What happens to a right token on its way, each time under another algorithm."""
    cases = [Case(ALGS[(first + n) % len(ALGS)]) for n in range(len(changes))]
    shown(cause, *((change(case.token()), case.keys, case.policy) for case, change in zip(cases, changes)))


def made(cause, *changes, first=0):
    """How a token is made, each time under another algorithm."""
    cases = [Case(ALGS[(first + n) % len(ALGS)]) for n in range(len(changes))]
    for case, change in zip(cases, changes):
        change(case)
    shown(cause, *((case.token(), case.keys, case.policy) for case in cases))


def spelled(cause, *texts):
    """Header and payload of any octets, each time under another secret."""
    rows = []
    for index, (header, payload) in enumerate(texts):
        alg = ("HS256", "HS384", "HS512")[index % 3]
        case = Case(alg)
        data = f"{b64u(header(alg))}.{b64u(payload)}"
        rows.append((f"{data}.{b64u(sign(alg, case.key, data.encode()))}", case.keys, case.policy))
    shown(cause, *rows)


def head(alg):
    return compact({"alg": alg}).encode()


def header(**members):
    return lambda case: case.header.update(members)


def claim(**members):
    return lambda case: case.claims.update(members)


def segments(token, change):
    parts = token.split(".")
    change(parts)
    return ".".join(parts)


def put(place, text):
    return lambda token: segments(token, lambda parts: parts.__setitem__(place, text(parts[place]) if callable(text) else text))


def transport():
    shown("placeholder-token", ("undefined", Case("HS256").keys, {}), ("Bearer null", Case("RS256").keys, {}))
    shown("opaque-token", ("7f3c2b0e-1d4a-4c9b-8b5e-6a7d8e9f0a1b", Case("HS256").keys, {}), ("Bearer ya29.a0AfH6SMBx-4kQ", Case("ES256").keys, {}))
    carried("wrong-auth-scheme", lambda t: f"Authorization: Basic {t}", lambda t: f"Authorization: Token {t}", first=1)
    carried("auth-scheme-left-in", lambda t: f"Bearer {t}", lambda t: f"JWT {t}", first=2)
    carried("quoted-token", lambda t: f'"{t}"', lambda t: f"'{t}'", first=3)
    carried("surrounding-text", lambda t: f"<{t}>", lambda t: f"token={t}", first=1)
    carried("whitespace-around-token", lambda t: f"  {t}", lambda t: f"{t}\r\n", first=4)
    carried("invisible-character", lambda t: "\ufeff" + t, lambda t: t[:40] + "\u200b" + t[40:], first=1)
    carried("lookalike-character", lambda t: t.replace(".", "\u2024"), lambda t: t.replace(".", "\u3002"), first=2)
    carried("token-elided", lambda t: t[:60] + "...", lambda t: t[:30] + "\u2026" + t[-20:], first=3)
    # A token that a form has carried: its segments are in the standard alphabet, and the plus signs became blanks.
    spaced = []
    for alg in ("HS256", "RS256"):
        case = Case(alg)
        case.claims["name"] = "\u00fb\u00ff\u00be>>>???~~~\u00ef\u00bf\u00be"
        case.spelled = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        for n in range(200):
            case.claims["jti"] = "n" * n + ">>>~~~"
            token = case.token()
            if "-" in token.split(".")[1]:
                break
        spaced.append((token.replace("-", " "), case.keys, case.policy))
    shown("plus-became-space", *spaced)


def structure():
    carried("segment-count", lambda t: t.rsplit(".", 1)[0], lambda t: t + ".e30", first=1)
    carried("missing-signature", lambda t: t.rsplit(".", 1)[0] + ".", put(2, ""), first=2)
    shown("jwe-not-jws", *((jwe({"alg": alg, "enc": "A256GCM"}, b"k" * size, b"123456789012", b"text", b"0123456789abcdef"), Case(own).keys, {})
                           for alg, size, own in (("RSA-OAEP-256", 256, "RS256"), ("ECDH-ES", 0, "ES256"))))
    flattened = lambda t: compact(dict(zip(("protected", "payload", "signature"), t.split("."))))
    general = lambda t: compact({"payload": t.split(".")[1], "signatures": [{"protected": t.split(".")[0], "signature": t.split(".")[2]}]})
    carried("json-serialization", flattened, general, first=1)
    carried("detached-payload", put(1, ""), put(1, ""), first=1)
    carried("illegal-character", put(1, lambda s: s[:9] + "!" + s[10:]), put(2, lambda s: s[:5] + "*" + s[6:]), first=2)
    carried("impossible-length", put(1, lambda s: s + "A" * ((1 - len(s)) % 4)), put(2, lambda s: s + "A" * ((1 - len(s)) % 4)), first=0)
    spelled("header-not-json", (lambda alg: ("{'alg': '%s'}" % alg).encode(), b"{}"), (lambda alg: head(alg) + b"x", b"{}"))
    spelled("header-empty", (lambda alg: b"{}", b"{}"), (lambda alg: b"", b"{}"))
    spelled("payload-not-json", (head, b"{'sub': 'a'}"), (head, b'{"sub":"a"'))
    spelled("payload-not-object", (head, b'["a"]'), (head, b'"a"'))
    spelled("duplicate-member", (head, b'{"sub":"a","sub":"b"}'), (lambda alg: b'{"alg":"none",' + head(alg)[1:], b"{}"))
    carried("truncated-token", lambda t: t[:-9], lambda t: t[:-30], first=1)
    made("b64-false", lambda case: case.header.update(b64=False, crit=["b64"]), lambda case: case.header.update(b64=False, crit=["b64"]), first=0)


def signature():
    wrong = lambda alg: (Case(alg).token(), Case(alg).keys, Case(alg).policy)
    rows = []
    for alg in ("HS384", "ES512"):
        case = Case(alg)
        case.key = case.other
        rows.append((case.token(), case.keys, case.policy))
    shown("signature-mismatch", *rows)
    shown("wrong-key", *rows)
    shown("alg-none", *((f"{b64u(compact({'alg': none}).encode())}.{b64u(b'{}')}.", Case(alg).keys, {}) for none, alg in (("none", "HS256"), ("None", "RS256"))))
    spelled("alg-missing", (lambda alg: b'{"typ":"JWT"}', b"{}"), (lambda alg: b'{"alg":5}', b"{}"))
    shown("alg-key-mismatch", (Case("RS256").token(), Case("HS256").keys, {}), (Case("HS256").token(), json.dumps(jwk(ED[0])), {}))
    shown("curve-mismatch", (Case("ES256").token(), Case("ES384").keys, {}), (Case("ES512").token(), Case("ES256").keys, {}))
    short = []
    for alg, secret in (("HS256", b"short secret"), ("HS512", b"a secret of forty-eight bytes, which is too few")):
        case = Case(alg)
        case.key, case.keys = secret, secret.decode()
        short.append((case.token(), case.keys, case.policy))
    shown("secret-too-short", *short)


def members():
    made("kid-injection", header(kid="../../dev/null"), header(kid="' UNION SELECT 'key"), first=0)
    made("embedded-key", lambda case: case.header.update(jwk=jwk(case.key)), header(jku="https://elsewhere.example/keys"), first=1)
    made("crit-malformed", header(crit=[]), header(crit="exp"), first=1)
    made("typ-missing", *[lambda case: (case.header.pop("typ"), case.policy.update(typ="at+jwt"))] * 2, first=1)
    made("numeric-date-not-a-number", claim(exp=None), claim(exp=True), first=0)
    made("numeric-date-odd", claim(nbf=-1), claim(iat=0), first=1)
    made("iss-not-string", claim(iss=["https://issuer.example"]), claim(iss=5), first=0)
    made("sub-not-string", claim(sub=5), claim(sub={"id": 1}), first=2)


def quoted():
    """A message that says what was expected, where the policy does not."""
    rs, es = Case("RS256"), Case("ES256")
    shown("expected-by-message",
          ("jwt issuer invalid. expected: https://issuer.example/\n" + rs.token(), rs.keys, {"algorithms": ["RS256"]}),
          ("oidc: expected audience \"web\" got [\"api\"]\n" + es.token(), es.keys, {"issuer": "https://issuer.example"}))


def others():
    """A second algorithm or key for causes that own-cases.jsonl shows with one."""
    for cause, alg in (("nested-jwt", "HS512"),):
        case = Case(alg)
        data = f"{b64u(compact({'alg': alg, 'cty': 'JWT'}).encode())}.{b64u(Case('ES256').token().encode())}"
        shown(cause, (f"{data}.{b64u(sign(alg, case.key, data.encode()))}", case.keys, {}))
    spelled("header-not-object", (lambda alg: b"[]", b"{}"), (lambda alg: b"true", b"{}"))
    spelled("header-not-utf8", (lambda alg: b"\xff{}", b"{}"), (lambda alg: b'{"alg":"' + alg.encode() + b'","kid":"\xe9"}', b"{}"))
    spelled("payload-not-utf8", (head, b'{"a":"\xff"}'), (head, b"\xff"))
    spelled("payload-compressed", (head, zlib.compress(b'{"sub":"b"}')), (head, gzip.compress(b'{"sub":"b"}', mtime=0)))
    spelled("input-too-deep", (head, b'{"a":' + b"[" * 150 + b"]" * 150 + b"}"), (head, b'{"a":' * 150 + b"1" + b"}" * 150))
    shown("no-key", (Case("HS256").token(), "", {}), (Case("RS256").token(), "", {}))
    start = datetime.datetime(2025, 1, 1)
    ec256 = EC["ES256"][0]
    es = Case("ES256")
    shown("certificate-given", (es.token(), certificate(ec256, start, 3650), es.policy))
    shown("certificate-expired", (es.token(), certificate(ec256, start, 10), es.policy))
    second = Case("RS512")
    second.key = RSA[1]
    openssh = serialization.PublicFormat.OpenSSH
    body = "".join(pem(ec256).splitlines()[1:-1])
    shown("pkcs1-public-key", (second.token(), RSA[1].public_key().public_bytes(PEM, serialization.PublicFormat.PKCS1).decode(), second.policy))
    shown("pem-armour-missing", (es.token(), body, es.policy))
    shown("pem-truncated", (second.token(), "\n".join(pem(RSA[1]).splitlines()[:3]), second.policy))
    shown("key-base64-twice", (es.token(), b64(pem(ec256).encode()).decode(), es.policy))
    shown("ssh-public-key", (es.token(), ec256.public_key().public_bytes(serialization.Encoding.OpenSSH, openssh).decode(), es.policy))
    shown("jwk-value-malformed", (es.token(), json.dumps({**jwk(ec256), "x": jwk(ec256)["x"] + "="}), es.policy))
    octet = json.dumps({"kty": "oct", "k": b64u(b"another key of 16"[:16])})
    shown("jwe-decrypt-failed", (jwe({"alg": "dir", "enc": "A128GCM"}, b"", b"123456789012", b"text", b"0123456789abcdef"), octet, {}))
    count = {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2s": b64u(b"saltsalt"), "p2c": 90_000_000}
    shown("pbes2-count-too-high", (jwe(count, b"k" * 40, b"123456789012", b"text", b"0123456789abcdef"), "another password", {}))
    access, proof = Case("ES384"), Case("ES256")
    access.claims["cnf"] = {"jkt": b64u(hashlib.sha256(b"another").digest())}
    proof.header.update(typ="dpop+jwt", jwk=jwk(proof.key))
    proof.claims = {"jti": "b", "htm": "POST", "htu": "https://api.example/", "iat": NOW, "ath": b64u(hashlib.sha256(b"x").digest())}
    shown("dpop-mismatch", (f"Authorization: DPoP {access.token()}\nDPoP: {proof.token()}", access.keys, {}))


transport()
structure()
signature()
members()
quoted()
others()
with open(os.path.join(HERE, "own-shown.jsonl"), "w") as file:
    for entry in SHOWN:
        file.write(json.dumps(entry) + "\n")
print(len(SHOWN), "cases")
