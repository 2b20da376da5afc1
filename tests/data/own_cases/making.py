"""Keys, signatures, and a case in the making: right in all, until a fault changes it."""
import base64, copy, hashlib, hmac, json, os, random
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography import x509
import datetime

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NOW = 1_750_000_000
PEM, PKCS8, NONE = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo
HASHES = {"256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512, "256K": hashes.SHA256}
CURVES = {"ES256": ec.SECP256R1, "ES384": ec.SECP384R1, "ES512": ec.SECP521R1, "ES256K": ec.SECP256K1}


def private(name, make):
    path = os.path.join(HERE, "keys", f"own-{name}.pem")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(make().private_bytes(PEM, PKCS8, NONE))
    with open(path, "rb") as file:
        return serialization.load_pem_private_key(file.read(), None)


RSA = [private(f"rsa-{n}", lambda: rsa.generate_private_key(65537, 2048)) for n in range(3)]
EC = {alg: [private(f"{alg.lower()}-{n}", lambda: ec.generate_private_key(curve())) for n in range(2)]
      for alg, curve in CURVES.items()}
ED = [private(f"ed25519-{n}", ed25519.Ed25519PrivateKey.generate) for n in range(2)]


def pem(key):
    return key.public_key().public_bytes(PEM, SPKI).decode()


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return b64u(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


def jwk(key, **members):
    if isinstance(key, bytes):
        return {"kty": "oct", "k": b64u(key), **members}
    numbers = key.public_key()
    if isinstance(key, rsa.RSAPrivateKey):
        numbers = numbers.public_numbers()
        return {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e), **members}
    if isinstance(key, ed25519.Ed25519PrivateKey):
        raw = numbers.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": b64u(raw), **members}
    crv = {256: "P-256", 384: "P-384", 521: "P-521"}[numbers.curve.key_size]
    crv = "secp256k1" if numbers.curve.name == "secp256k1" else crv
    length = (numbers.curve.key_size + 7) // 8
    point = numbers.public_numbers()
    return {"kty": "EC", "crv": crv, "x": number(point.x, length), "y": number(point.y, length), **members}


def jwks(*keys):
    return json.dumps({"keys": list(keys)})


def sign(alg, key, data, salt=None, der=False):
    family, hash_ = alg[:2], HASHES.get(alg[2:])
    if family == "HS":
        return hmac.new(key, data, {"256": hashlib.sha256, "384": hashlib.sha384, "512": hashlib.sha512}[alg[2:]]).digest()
    if family == "RS":
        return key.sign(data, padding.PKCS1v15(), hash_())
    if family == "PS":
        return key.sign(data, padding.PSS(padding.MGF1(hash_()), hash_.digest_size if salt is None else salt), hash_())
    if alg == "EdDSA":
        return key.sign(data)
    signature = key.sign(data, ec.ECDSA(hash_(), deterministic_signing=True))
    if der:
        return signature
    r, s = utils.decode_dss_signature(signature)
    length = (key.curve.key_size + 7) // 8
    return r.to_bytes(length, "big") + s.to_bytes(length, "big")


def compact(value):
    return json.dumps(value, separators=(",", ":"))


class Case:
    """A case in the making: right in all, until a fault changes it."""

    def __init__(self, alg="HS256"):
        rng = random.Random(alg)
        self.alg = self.signed_as = alg
        self.header = {"alg": alg, "typ": "JWT"}
        self.claims = {"iss": "https://issuer.example", "sub": "user-1", "aud": "api", "iat": NOW - 60, "exp": NOW + 3600}
        self.policy = {"algorithms": [alg], "issuer": "https://issuer.example", "audience": "api"}
        self.now = NOW
        self.salt, self.der, self.sign = None, False, None
        self.inputs, self.spelled, self.changes, self.after = None, compact, [], []
        if alg.startswith("HS"):
            self.key = "".join(rng.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(64)).encode()
            self.keys, self.other = self.key.decode(), b"another secret that nobody signed with, long enough for all"
        elif alg[:2] in ("RS", "PS"):
            self.key, self.other = RSA[0], RSA[1]
            self.keys = pem(self.key)
        elif alg == "EdDSA":
            self.key, self.other = ED
            self.keys = pem(self.key)
        else:
            self.key, self.other = EC[alg]
            self.keys = pem(self.key)

    def token(self):
        header, payload = self.spelled(self.header).encode(), self.spelled(self.claims).encode()
        data = f"{b64u(header)}.{b64u(payload)}".encode()
        if self.inputs:
            data = self.inputs(self.header, self.claims)
        signature = self.sign(data) if self.sign else sign(self.signed_as, self.key, data, self.salt, self.der)
        for change in self.changes:
            signature = change(signature)
        token = f"{b64u(header)}.{b64u(payload)}.{b64u(signature)}"
        for change in self.after:
            token = change(token)
        return token
