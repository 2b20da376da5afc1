"""Faults of claims, policy and clock."""

from faults import *


def claim_fault(*causes, name=None, algs=("HS256", "RS256")):
    return fault(*causes, name=name, algs=algs)


CLAIM_FAULTS = []


def claims(cause, name, **changes):
    policy, now = changes.pop("policy", {}), changes.pop("now", None)
    drop, header = changes.pop("drop", []), changes.pop("header", {})
    def apply(case):
        case.claims = {key: value for key, value in {**case.claims, **changes}.items() if key not in drop}
        case.policy = {**case.policy, **policy}
        case.header = {**case.header, **header}
    FAULTS[name] = ([cause], ("HS256", "ES256"), apply)
    CLAIM_FAULTS.append(name)


claims("clock-skew", "expired-27-seconds-ago", exp=NOW - 27)
claims("clock-skew", "expired-five-minutes-ago", exp=NOW - 299)
claims("clock-skew", "valid-in-a-minute", nbf=NOW + 60)
claims("expired", "expired-yesterday", iat=NOW - 90_000, exp=NOW - 86_500)
claims("not-yet-valid", "valid-next-week", nbf=NOW + 604_000, exp=NOW + 700_000)
claims("local-time-as-utc", "issued-in-two-hours", iat=NOW + 7_190, nbf=NOW + 7_190, exp=NOW + 10_800)
claims("local-time-as-utc", "issued-in-india", iat=NOW + 19_790, nbf=NOW + 19_790, exp=NOW + 23_400)
claims("local-time-as-utc", "issued-five-hours-ago", iat=NOW - 18_010, nbf=NOW - 18_010, exp=NOW - 14_400)
claims("numeric-date-milliseconds", "times-in-milliseconds", iat=(NOW - 60) * 1000, nbf=(NOW - 60) * 1000, exp=(NOW + 60) * 1000)
claims("numeric-date-milliseconds", "nbf-in-microseconds", nbf=(NOW - 60) * 1_000_000)
claims("numeric-date-string", "exp-in-quotes", exp=str(NOW + 60))
claims("numeric-date-string", "nbf-is-iso", nbf="2025-06-15T15:00:00Z")
claims("numeric-date-relative", "exp-is-a-duration", exp=3600)
claims("numeric-date-relative", "exp-is-a-day", exp=86_400)
claims("aud-near-miss", "audience-with-slash", aud="https://api.example/", policy={"audience": "https://api.example"})
claims("aud-near-miss", "audience-in-capitals", aud=["other", "API"])
claims("iss-near-miss", "issuer-with-slash", iss="https://issuer.example/")
claims("iss-near-miss", "issuer-over-http", iss="http://issuer.example")
claims("aud-mismatch", "another-audience", aud="web")
claims("aud-mismatch", "other-audiences", aud=["web", "mobile"])
claims("iss-mismatch", "another-issuer", iss="https://login.example/tenant")
claims("iss-mismatch", "staging-issuer", iss="https://staging.example")
claims("aud-missing", "no-audience", drop=["aud"])
claims("aud-missing", "no-audience-of-two", drop=["aud"], policy={"audience": ["api", "web"]})
claims("iss-missing", "no-issuer", drop=["iss"])
claims("iss-missing", "no-issuer-of-two", drop=["iss"], policy={"issuer": ["https://a.example", "https://b.example"]})
claims("aud-malformed", "audiences-in-one-string", aud="web api")
claims("aud-malformed", "audiences-with-comma", aud="web,api")
claims("sub-mismatch", "another-subject", policy={"subject": "user-2"})
claims("sub-mismatch", "subject-in-capitals", sub="USER-1", policy={"subject": "user-1"})
claims("nonce-mismatch", "another-nonce", nonce="n-1", policy={"nonce": "n-2"})
claims("nonce-mismatch", "an-empty-nonce", nonce="", policy={"nonce": "n-2"})
claims("azp-mismatch", "another-client", azp="app-1", policy={"azp": "app-2"})
claims("azp-mismatch", "another-client-of-ours", azp="web", policy={"azp": "mobile"})
claims("typ-mismatch", "an-access-token-expected", policy={"typ": "at+jwt"})
claims("typ-mismatch", "a-logout-token", header={"typ": "logout+jwt"}, policy={"typ": "JWT"})
claims("claim-mismatch", "another-tenant", tid="t-1", policy={"claims": {"tid": "t-2"}})
claims("claim-mismatch", "e-mail-not-verified", email_verified=False, policy={"claims": {"email_verified": True}})
claims("missing-claim", "no-scope", policy={"required": ["scope"]})
claims("missing-claim", "no-subject", drop=["sub"], policy={"subject": "user-1"})
claims("max-age-exceeded", "older-than-an-hour", iat=NOW - 7_000, policy={"max_age": 3600})
claims("max-age-exceeded", "older-than-a-minute", iat=NOW - 1_000, policy={"max_age": 60})
claims("lifetime-too-long", "lives-a-day", exp=NOW + 86_400, policy={"max_lifetime": 600})
claims("lifetime-too-long", "lives-two-hours", exp=NOW + 7_140, policy={"max_lifetime": 3600})
