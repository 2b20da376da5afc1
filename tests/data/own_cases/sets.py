"""Faults alone, in pairs, and traps."""

from claims import *

ROWS = []


def row(id_, case, proved, about):
    policy = case.policy
    ROWS.append({"id": id_, "about": about, "text": case.token(), "keys": case.keys, "policy": policy, "now": case.now,
                 "expect": {"proved": proved}})


def single():
    for name, (causes, algs, apply) in FAULTS.items():
        for alg in algs:
            case = Case(alg)
            apply(case)
            row(f"one/{name}/{alg.lower()}", case, causes, name.replace("-", " "))


# Faults of the signature that go together with faults of the claims.
SIGNATURE = [("base64-not-decoded", "HS256"), ("newline-read-from-file", "HS256"), ("double-quotes", "HS384"), ("hex-not-decoded", "HS512"),
             ("decoded-too-early", "HS256"), ("laravel-prefix", "HS256"), ("k-is-text", "HS256"), ("percent-encoded", "HS512"),
             ("kid-names-another-key", "RS256"), ("kid-of-no-key", "ES384"), ("signed-as-rs512", "RS256"), ("signed-as-hs384", "HS256"),
             ("salt-of-no-length", "PS256"), ("der", "ES256"), ("signature-as-hex-text", "HS256"), ("respelled-python", "RS256"),
             ("respelled-header-order", "ES256"), ("algorithm-not-on-the-list", "RS256"), ("key-for-encryption", "ES256"),
             ("signature-cut", "HS256"), ("padding-added", "RS256"), ("utf-16", "HS256")]
# Pairs within the signature's stage.
PAIRS = [("base64-not-decoded", "double-quotes", "HS256"), ("base64-not-decoded", "newline-read-from-file", "HS256"), ("hex-not-decoded", "single-quotes", "HS512"),
         ("hex-not-decoded", "newline-read-from-file", "HS384"), ("base64-not-decoded", "signed-as-hs384", "HS256"), ("newline-read-from-file", "signed-as-hs384", "HS256"),
         ("kid-names-another-key", "der", "ES256"), ("kid-names-another-key", "signed-as-rs512", "RS256"), ("kid-of-no-key", "der", "ES384"),
         ("kid-names-another-key", "respelled-header-order", "RS256"), ("kid-names-another-key", "salt-of-no-length", "PS256"),
         ("base64-not-decoded", "algorithm-not-on-the-list", "HS256"), ("double-quotes", "algorithm-not-on-the-list", "HS512"),
         ("kid-names-another-key", "algorithm-not-on-the-list", "ES256"), ("base64-not-decoded", "padding-added", "HS256"),
         ("base64-not-decoded", "signature-as-hex-text", "HS256"), ("der", "algorithm-not-on-the-list", "ES512")]


def wrapped(case, name):
    """Puts a change of the given secret on top of another fault of the secret."""
    marks = {"double-quotes": ('"', '"'), "single-quotes": ("'", "'"), "newline-read-from-file": ("", "\n")}
    before, behind = marks[name]
    case.keys = before + case.keys + behind


def double():
    count = 0
    for index, (name, alg) in enumerate(SIGNATURE):
        for step in range(2):
            other = CLAIM_FAULTS[(index * 2 + step) % len(CLAIM_FAULTS)]
            case = Case(alg)
            FAULTS[other][2](case)
            FAULTS[name][2](case)
            row(f"two/{name}+{other}", case, FAULTS[name][0] + FAULTS[other][0], f"{name} and {other}")
            count += 1
    for one, two, alg in PAIRS:
        case = Case(alg)
        FAULTS[one][2](case)
        secrets = two in ("double-quotes", "single-quotes", "newline-read-from-file")
        wrapped(case, two) if secrets else FAULTS[two][2](case)
        row(f"two/{one}+{two}", case, FAULTS[one][0] + FAULTS[two][0], f"{one} and {two}")
        count += 1
    for index, (one, two) in enumerate([("expired-27-seconds-ago", "another-audience"), ("another-issuer", "another-audience"),
                                        ("valid-next-week", "no-scope"), ("exp-in-quotes", "issuer-with-slash"),
                                        ("times-in-milliseconds", "no-issuer"), ("expired-yesterday", "another-subject")]):
        case = Case(("HS256", "RS256", "ES256")[index % 3])
        FAULTS[one][2](case)
        FAULTS[two][2](case)
        row(f"two/{one}+{two}", case, FAULTS[one][0] + FAULTS[two][0], f"{one} and {two}")
        count += 1
    assert count >= 60


def traps():
    def trap(name, alg, change):
        case = Case(alg)
        change(case)
        row(f"trap/{name}/{alg.lower()}", case, [], "a key that is simply wrong: " + name.replace("-", " "))

    def other_key(case):
        if isinstance(case.other, bytes):
            case.keys = case.other.decode()
        else:
            case.keys = pem(case.other)

    for alg in ("HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "ES256K", "EdDSA"):
        trap("other-key", alg, other_key)
    for alg in ("HS256", "RS256", "PS256", "ES256", "EdDSA"):
        trap("other-key-in-a-set", alg, lambda case: (case.header.update(kid="one"), setattr(case, "keys", jwks(jwk(case.other, kid="one"), jwk(case.other, kid="two")))))
    for alg in ("HS256", "RS256", "ES256"):
        trap("other-key-and-expired", alg, lambda case: (other_key(case), case.claims.update(exp=NOW - 27)))
        trap("other-key-as-jwk", alg, lambda case: setattr(case, "keys", json.dumps(jwk(case.other))))
    trap("base64-of-another", "HS256", lambda case: setattr(case, "keys", b64(octets(case.key)).decode()))
    trap("hex-of-another", "HS512", lambda case: setattr(case, "keys", octets(case.key).hex()))
    trap("one-character-off", "HS256", lambda case: setattr(case, "keys", case.keys[:-1] + "!"))
    trap("quoted-other", "HS256", lambda case: setattr(case, "keys", '"' + case.other.decode() + '"'))
    trap("case-of-secret", "HS384", lambda case: setattr(case, "keys", case.keys.upper()))
    trap("random-signature", "HS256", lambda case: case.changes.append(lambda s: hashlib.sha256(s).digest()))
    trap("random-signature", "RS256", lambda case: case.changes.append(lambda s: (hashlib.sha512(s).digest() * 4)[:255].rjust(256, b"\0")))
    trap("random-signature", "ES256", lambda case: case.changes.append(lambda s: hashlib.sha512(s).digest()))
    trap("edited-content", "HS256", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("edited-content", "ES256", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("edited-content", "EdDSA", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("short-signature", "HS256", lambda case: case.changes.append(lambda s: s[:10]))
    trap("public-key-for-secret", "HS256", lambda case: setattr(case, "keys", pem(RSA[2])))
    trap("cut-rsa-signature", "RS256", lambda case: case.changes.append(lambda s: s[:200]))
