//! Lighthouse finds nothing to better in what it can see without measuring time; `cargo xtask lighthouse` measures.

use e2e::{Place, Stage};
use xtask::{
    lighthouse::{Category, Device, STATIC, grade},
    server::Server,
};

/// The page in each of its views, and an entry as a page of its own.
const PAGES: [&str; 5] = ["", "#/kb", "#/kb/time/expired", "#/make", "kb/time/expired/zh/"];

#[test]
fn lighthouse_gives_its_best_grade_on_a_phone_and_on_a_desk() {
    let Place::Hosted(folder, _) = Stage::default().place else { unreachable!("the default is a folder") };
    let server = Server::start(&folder, 0).unwrap();
    for (path, device) in PAGES.iter().flat_map(|path| Device::ALL.map(|device| (path, device))) {
        let grades = grade(&format!("{}{path}", server.address()), device, &STATIC).unwrap();
        for category in STATIC {
            assert_eq!(
                grades.of(category),
                Some(100),
                "{path:?}, {device}, {}: {}",
                category.id(),
                grades.lacking(category).join("\n")
            );
        }
        assert_eq!(grades.of(Category::Performance), None, "time is no test's affair");
    }
}
