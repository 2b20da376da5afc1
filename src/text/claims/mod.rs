//! What claims mean: the registered ones, and the own ones of common issuers.

mod clouds;
mod oauth;
mod registered;
mod servers;

use super::Text;

/// A claim's name, with a full stop between the names of nested members, and its meaning as `[English, Chinese]`.
type Row = (&'static str, [&'static str; 2]);

/// An issuer that has claims of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Provider {
    Entra,
    Google,
    Firebase,
    Cognito,
    Auth0,
    Okta,
    Keycloak,
    GitHub,
    Kubernetes,
}

impl Provider {
    const ALL: [Self; 9] = [
        Self::Entra,
        Self::Google,
        Self::Firebase,
        Self::Cognito,
        Self::Auth0,
        Self::Okta,
        Self::Keycloak,
        Self::GitHub,
        Self::Kubernetes,
    ];

    /// Its claims.
    const fn claims(self) -> &'static [Row] {
        match self {
            Self::Entra => clouds::ENTRA,
            Self::Google => clouds::GOOGLE,
            Self::Firebase => clouds::FIREBASE,
            Self::Cognito => clouds::COGNITO,
            Self::Auth0 => servers::AUTH0,
            Self::Okta => servers::OKTA,
            Self::Keycloak => servers::KEYCLOAK,
            Self::GitHub => servers::GITHUB,
            Self::Kubernetes => servers::KUBERNETES,
        }
    }

    /// The provider that an issuer's name speaks for. It chooses words only; nothing is trusted for it.
    fn of(issuer: &str) -> Option<Self> {
        let rest = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| host.ends_with(suffix));
        match host {
            "login.microsoftonline.com"
            | "login.microsoftonline.us"
            | "login.partner.microsoftonline.cn"
            | "sts.windows.net" => Some(Self::Entra),
            "accounts.google.com" => Some(Self::Google),
            "securetoken.google.com" | "session.firebase.google.com" => Some(Self::Firebase),
            "token.actions.githubusercontent.com" => Some(Self::GitHub),
            _ if ends(&[".b2clogin.com", ".ciamlogin.com"]) => Some(Self::Entra),
            _ if host.starts_with("cognito-idp.") => Some(Self::Cognito),
            _ if ends(&[".auth0.com"]) => Some(Self::Auth0),
            _ if ends(&[".okta.com", ".oktapreview.com", ".okta-emea.com"]) => Some(Self::Okta),
            _ if issuer == "kubernetes/serviceaccount"
                || host.starts_with("kubernetes.default.svc")
                || host.starts_with("oidc.eks.")
                || host.ends_with(".oic.prod-aks.azure.com")
                || (host == "container.googleapis.com" && path.contains("/clusters/")) =>
            {
                Some(Self::Kubernetes)
            }
            _ if path.starts_with("realms/") || path.contains("/realms/") => Some(Self::Keycloak),
            _ => None,
        }
    }
}

/// What a claim means: one sentence. `issuer` is the token's "iss"; a claim that an issuer uses in its own way is
/// explained in that way.
pub fn explain(name: &str, issuer: Option<&str>) -> Option<Text> {
    let own = issuer.and_then(Provider::of).map(Provider::claims).into_iter();
    let registered = [registered::JWT, registered::OPENID, oauth::OAUTH].into_iter();
    let others = Provider::ALL.into_iter().map(Provider::claims);
    own.chain(registered).chain(others).find_map(|table| find(table, name)).or_else(|| namespaced(name))
}

fn find(table: &[Row], name: &str) -> Option<Text> {
    table.iter().find(|row| row.0 == name).map(|row| Text::of(row.1))
}

/// A name that is an address belongs to whoever owns the address (RFC 7519 section 4.2).
fn namespaced(name: &str) -> Option<Text> {
    (name.starts_with("https://") || name.starts_with("http://")).then_some(Text::of([
        "A claim of whoever owns this address; the address keeps names apart and need not lead anywhere.",
        "该网址所有者自定义的声明；网址只用来避免重名，不一定能打开。",
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn tables() -> Vec<&'static [Row]> {
        let mut tables = vec![registered::JWT, registered::OPENID, oauth::OAUTH];
        tables.extend(Provider::ALL.map(Provider::claims));
        tables
    }

    #[test]
    fn every_claim_has_one_sentence_in_both_languages() {
        for table in tables() {
            for (index, (name, [en, zh])) in table.iter().enumerate() {
                assert!(en.ends_with('.') && zh.ends_with('。'), "{name}");
                assert!(!zh.is_ascii() && *en == en.trim() && *zh == zh.trim(), "{name}");
                assert!(!table.iter().skip(index + 1).any(|other| other.0 == *name), "{name} stands twice");
            }
        }
        for table in [registered::JWT, registered::OPENID] {
            for (name, _) in table {
                assert!(!oauth::OAUTH.iter().any(|other| other.0 == *name), "{name} stands twice");
            }
        }
    }

    #[test]
    fn an_issuer_is_known_by_its_name() {
        for (issuer, provider) in [
            ("https://login.microsoftonline.com/72f9/v2.0", Some(Provider::Entra)),
            ("https://contoso.b2clogin.com/72f9/v2.0/", Some(Provider::Entra)),
            ("accounts.google.com", Some(Provider::Google)),
            ("https://securetoken.google.com/my-project", Some(Provider::Firebase)),
            ("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x", Some(Provider::Cognito)),
            ("https://dev-1.eu.auth0.com/", Some(Provider::Auth0)),
            ("https://dev-1.okta.com/oauth2/default", Some(Provider::Okta)),
            ("https://sso.example.com/auth/realms/main", Some(Provider::Keycloak)),
            ("http://localhost:8080/realms/main", Some(Provider::Keycloak)),
            ("https://token.actions.githubusercontent.com", Some(Provider::GitHub)),
            ("https://kubernetes.default.svc.cluster.local", Some(Provider::Kubernetes)),
            ("kubernetes/serviceaccount", Some(Provider::Kubernetes)),
            ("https://issuer.example", None),
            ("", None),
        ] {
            assert_eq!(Provider::of(issuer), provider, "{issuer}");
        }
    }

    #[test]
    fn an_issuers_own_meaning_comes_first() {
        let explain = |name, issuer| explain(name, issuer).map(|text| text.in_(Language::En));
        assert!(
            explain("client_id", Some("https://cognito-idp.eu-west-1.amazonaws.com/x"))
                .unwrap()
                .contains("Cognito")
        );
        assert!(explain("client_id", None).unwrap().contains("RFC 9068"));
        assert!(explain("oid", None).unwrap().starts_with("Microsoft Entra"));
        assert!(explain("https://example.com/roles", None).unwrap().contains("owns this address"));
        assert_eq!(explain("no-such-claim", None), None);
    }
}
