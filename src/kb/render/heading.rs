//! The headings and fixed words of an entry.

use crate::kb::{
    Entry, Language,
    format::{Kind, Rate, RootKind, Status},
};

macro_rules! headings {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        /// A fixed text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Heading { $($(#[$doc])* #[doc = $en] $name,)* }

        impl Heading {
            /// The text in this language.
            pub const fn get(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::En) => $en, (Self::$name, Language::Zh) => $zh,)*
                }
            }
        }
    };
}

headings! {
    Symptoms: "Symptoms", "症状";
    RootCause: "Root cause", "根本原因";
    Ways: "How it comes about", "常见成因";
    Causes: "Causes", "原因编号";
    Confirm: "How to make sure", "如何确认";
    Steps: "Step by step", "分步处理";
    Versions: "Versions", "版本";
    NoVersions: "No version is known to make a difference.", "目前未发现与版本有关。";
    Component: "Component", "组件";
    Version: "Version", "版本";
    StatusColumn: "Status", "状态";
    Introduced: "Introduced", "引入";
    Deprecated: "Deprecated", "弃用";
    Notes: "Notes", "备注";
    Workarounds: "Workarounds", "解决办法";
    DeadEnds: "Dead ends", "无效做法";
    NoDeadEnds: "None is known.", "目前未知。";
    Why: "Why", "原因";
    TriedBy: "Tried on your token by", "在您的令牌上由以下实验验证";
    Prints: "Prints", "输出";
    Prevention: "Prevention", "预防";
    Related: "Related", "相关条目";
    Docs: "Official documents", "官方文档";
    Sources: "Sources", "来源";
    Corrections: "What the sources say otherwise", "对来源的更正";
    FixRate: "Fix rate", "修复率";
    Confidence: "Confidence", "可信度";
    Evidence: "Evidence", "证据数";
    FirstSeen: "First seen", "首次出现";
    Tags: "Tags", "标签";
    HttpStatus: "HTTP status", "HTTP 状态码";
    OtherLanguage: "中文", "English";
    KnowledgeBase: "Knowledge base", "知识库";
    AboutAll: "Why JWTs are rejected: what each fault means, how to be sure, what helps, and what does not and why.", "JWT 为何被拒绝：每种故障的含义、确认方法、有效的做法，以及无效的做法及其原因。";
    OwnPage: "Static page", "静态页面";
    TryIt: "Try it on your token", "用您的令牌试一试";
}

/// The columns of the table of versions.
pub const OF_VERSIONS: [Heading; 6] = [
    Heading::Component,
    Heading::Version,
    Heading::StatusColumn,
    Heading::Introduced,
    Heading::Deprecated,
    Heading::Notes,
];

/// The root cause in words.
pub fn root_cause(entry: &Entry, language: Language) -> &str {
    match language {
        Language::En => &entry.root_cause.en,
        Language::Zh => &entry.root_cause.zh,
    }
}

/// A category of entries: the folder in which they are. One that has no name yet is called as its folder.
pub fn category(id: &str, language: Language) -> &str {
    let [en, zh] = match id {
        "algorithms" => ["Algorithms", "算法"],
        "api" => ["APIs", "API"],
        "claims" => ["Claims", "声明"],
        "header" => ["Header", "头部"],
        "jwe" => ["Encrypted tokens (JWE)", "加密令牌（JWE）"],
        "jwks" => ["Key sets (JWKS)", "密钥集（JWKS）"],
        "keys" => ["Keys and secrets", "密钥"],
        "operations" => ["Operations", "运维"],
        "platforms" => ["Platforms and products", "平台与产品"],
        "security" => ["Security", "安全"],
        "signature" => ["Signatures", "签名"],
        "structure" => ["Structure", "结构"],
        "time" => ["Time and clocks", "时间与时钟"],
        "transport" => ["Transport", "传输"],
        _ => [id, id],
    };
    if language == Language::En { en } else { zh }
}

/// The kind of an entry.
pub const fn kind(kind: Kind, language: Language) -> &'static str {
    match (kind, language) {
        (Kind::Error, Language::En) => "error",
        (Kind::Error, Language::Zh) => "错误",
        (Kind::Guide, Language::En) => "guide",
        (Kind::Guide, Language::Zh) => "指南",
        (Kind::Product, Language::En) => "product",
        (Kind::Product, Language::Zh) => "产品",
    }
}

/// The kind of a root cause.
pub const fn root(kind: RootKind, language: Language) -> &'static str {
    match (kind, language) {
        (RootKind::Generic, Language::En) => "generic",
        (RootKind::Generic, Language::Zh) => "通用",
        (RootKind::Configuration, Language::En) => "configuration",
        (RootKind::Configuration, Language::Zh) => "配置",
        (RootKind::Code, Language::En) => "code",
        (RootKind::Code, Language::Zh) => "代码",
        (RootKind::Environment, Language::En) => "environment",
        (RootKind::Environment, Language::Zh) => "环境",
        (RootKind::Design, Language::En) => "works as designed",
        (RootKind::Design, Language::Zh) => "设计如此",
        (RootKind::Defect, Language::En) => "defect",
        (RootKind::Defect, Language::Zh) => "缺陷",
        (RootKind::Attack, Language::En) => "attack",
        (RootKind::Attack, Language::Zh) => "攻击",
    }
}

/// What holds for a version.
pub const fn status(status: Status, language: Language) -> &'static str {
    match (status, language) {
        (Status::Active, Language::En) => "active",
        (Status::Active, Language::Zh) => "使用中",
        (Status::Affected, Language::En) => "affected",
        (Status::Affected, Language::Zh) => "受影响",
        (Status::Fixed, Language::En) => "fixed",
        (Status::Fixed, Language::Zh) => "已修复",
        (Status::Ended, Language::En) => "no longer maintained",
        (Status::Ended, Language::Zh) => "已停止维护",
    }
}

/// Writes numbers and percentages: those who show an entry may know how their readers do it.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// Writes a count.
    pub count: fn(u32, Language) -> String,
    /// Writes a number of percent.
    pub percent: fn(u8, Language) -> String,
}

impl Numbers {
    /// In digits, in every language.
    pub const PLAIN: Self =
        Self { count: |count, _| count.to_string(), percent: |percent, _| format!("{percent} %") };
}

/// A rate with its origin.
pub fn rate(rate: &Rate, numbers: Numbers, language: Language) -> String {
    let count = |number: u32| (numbers.count)(number, language);
    match rate {
        Rate::Published { percent, source } => {
            let percent = (numbers.percent)(*percent, language);
            match language {
                Language::En => format!("{percent} (published: {source})"),
                Language::Zh => format!("{percent}（来源公布：{source}）"),
            }
        }
        Rate::Counted { n, m, .. } => match (count(*n), count(*m), language) {
            (n, m, Language::En) => format!("{n} of {m} reports"),
            (n, m, Language::Zh) => format!("{m} 份报告中的 {n} 份"),
        },
        Rate::Measured { n, m } => match (count(*n), count(*m), language) {
            (n, m, Language::En) => format!("{n} of {m} prepared faults with this symptom"),
            (n, m, Language::Zh) => format!("{m} 个具有此症状的预设故障中的 {n} 个"),
        },
    }
}
