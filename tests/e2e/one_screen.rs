//! An ordinary token fits on one screen of a desk: what was given, the verdict, the proof and the fix, the token in its
//! parts, its times, header and claims, and the beginning of the entries.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::{Value, json};

/// The samples of the empty page.
const SAMPLES: [&str; 5] =
    ["restarted-service", "base64-secret", "rotated-set", "clock-skew", "algorithm-confusion"];

/// What has to be seen, whatever the verdict.
const ALWAYS: &str = "#paste, #keys, .verdict, .proofs, .token, .timeline, [data-json=header] .members, [data-json=payload] .members, .entries-head";

/// What has to be seen of a token that is rejected, too.
const REJECTED: &str = ".fix, .entry-list > :first-child > .entry > summary";

/// The names of the parts that are not whole on the screen, or of which something is hidden.
const HIDDEN: &str = "
    const parts = [...document.querySelectorAll(PARTS)];
    const missing = PARTS.split(', ').filter((part) => !document.querySelector(part));
    const outside = parts.filter((part) => {
        const { top, left, right, bottom } = part.getBoundingClientRect();
        return top < 0 || left < 0 || right > innerWidth || bottom > innerHeight;
    });
    const cut = [...document.querySelectorAll('.token-text')].filter((text) => text.scrollHeight > text.clientHeight + 1);
    const small = [...document.querySelectorAll('#app *')].filter((element) =>
        element.innerText && parseFloat(getComputedStyle(element).fontSize) < 11.9 && !element.closest('svg, .control'));
    const scrolls = document.scrollingElement.scrollHeight > innerHeight ? ['the page scrolls'] : [];
    const named = [...outside, ...cut, ...small].map((part) =>
        `${part.className || part.id || part.localName} ends at ${Math.round(part.getBoundingClientRect().bottom)}`);
    return [...missing, ...named, ...scrolls].join(', ')";

/// Makes a token as an issuer does, with a key of its own, and gives it with the key's public half.
const MADE: &str = "return (async () => {
    const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const bytes = (text) => new TextEncoder().encode(text);
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const header = { alg: 'RS256', typ: 'JWT', kid: '2026-01' };
    const claims = { iss: 'https://login.example.com/', sub: 'ada', aud: 'https://api.example.com', iat: 1767258000,
        nbf: 1767258000, exp: 1767261600, jti: '5b0c4f1e', scope: 'read:orders' };
    const input = [header, claims].map((part) => encoded(bytes(JSON.stringify(part)))).join('.');
    const token = `${input}.${encoded(await crypto.subtle.sign(algorithm.name, privateKey, bytes(input)))}`;
    const key = { ...await crypto.subtle.exportKey('jwk', publicKey), kid: header.kid };
    return JSON.stringify([token, JSON.stringify(key)]);
})()";

async fn on_a_desk(page: &Page, language: &str) -> WebDriverResult<()> {
    let metrics = json!({ "width": 1440, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.open().await?;
    page.click(&format!("[data-language={language}]")).await
}

/// Waits until everything that is coming is there, and looks.
async fn is_on_one_screen(page: &Page, case: &str) -> WebDriverResult<()> {
    page.is_diagnosed().await?;
    page.shows(".entries[aria-busy=false]").await?;
    let mut parts = ALWAYS.to_owned();
    if page.count("[data-verdict=rejected]").await? > 0 {
        parts = format!("{parts}, {REJECTED}");
        page.shows("[data-proof]").await?;
    }
    let hidden = page.value(&HIDDEN.replace("PARTS", &format!("{parts:?}"))).await?;
    assert!(hidden.is_empty(), "{case}: {hidden}");
    Ok(())
}

#[test]
fn each_sample_is_on_one_screen() {
    in_browser(async |page| {
        for language in ["en", "zh"] {
            on_a_desk(page, language).await?;
            for sample in SAMPLES {
                page.run("document.querySelector('[data-clear]:enabled')?.click()").await?;
                page.click(&format!("[data-sample={sample}]")).await?;
                is_on_one_screen(page, &format!("{sample}, {language}")).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn an_ordinary_token_is_on_one_screen() {
    in_browser(async |page| {
        for language in ["en", "zh"] {
            on_a_desk(page, language).await?;
            let made: Value = serde_json::from_str(&page.value(MADE).await?)?;
            page.paste(made[0].as_str().unwrap_or_default()).await?;
            page.fill("#keys", made[1].as_str().unwrap_or_default()).await?;
            for (clock, verdict) in
                [("2026-01-01T09:30:00Z", "accepted"), ("2026-01-01T12:00:00Z", "rejected")]
            {
                page.fill("#clock", clock).await?;
                page.shows(&format!("[data-verdict={verdict}]")).await?;
                is_on_one_screen(page, &format!("{verdict}, {language}")).await?;
            }
        }
        Ok(())
    });
}
