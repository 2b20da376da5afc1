//! What others say beside the verdict: the browser's own cryptography, asked about the same octets.

use e2e::{in_browser, on_page};

/// HS256 under the secret `a-string-secret-at-least-256-bits-long!`; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// A WebCrypto that finds no signature good, in every worker that is started from now on.
const FAULTY_WEBCRYPTO: &str = "
    const Plain = Blob;
    globalThis.Blob = class extends Plain {
        constructor(parts, options) {
            super(['SubtleCrypto.prototype.verify = async () => false;', ...parts], options);
        }
    };";

#[test]
fn webcrypto_is_asked_whenever_a_key_was_tried() {
    on_page(async |page| {
        page.paste(TOKEN).await?;
        page.is_diagnosed().await?;
        assert_eq!(page.count("[data-web-crypto]").await?, 0, "no key was tried");
        page.fill("#keys", SECRET).await?;
        page.shows("[data-web-crypto=verifies]").await?;
        page.fill("#keys", "another secret").await?;
        page.shows("[data-web-crypto=differs]").await?;
        assert_eq!(page.count("[data-disagrees]").await?, 0);
        Ok(())
    });
}

#[test]
fn webcrypto_that_disagrees_is_reported_as_a_defect_and_changes_no_verdict() {
    in_browser(async |page| {
        page.before_everything(FAULTY_WEBCRYPTO).await?;
        page.open().await?;
        page.click("[data-language=en]").await?;
        page.fill("#keys", SECRET).await?;
        page.paste(TOKEN).await?;
        page.shows("[data-web-crypto=differs]").await?;
        page.shows("[data-verdict=accepted]").await?;
        page.reads("[data-disagrees]", "keep the token to yourself").await
    });
}

#[test]
fn where_there_is_no_webcrypto_it_was_not_asked() {
    in_browser(async |page| {
        let without = "Object.defineProperty(Crypto.prototype, \"subtle\", { get: () => undefined });";
        page.before_everything(
            &FAULTY_WEBCRYPTO.replace("SubtleCrypto.prototype.verify = async () => false;", without),
        )
        .await?;
        page.open().await?;
        page.fill("#keys", SECRET).await?;
        page.paste(TOKEN).await?;
        page.shows("[data-web-crypto=not-asked]").await?;
        page.shows("[data-verdict=accepted]").await
    });
}
