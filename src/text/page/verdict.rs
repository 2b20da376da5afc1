//! The answer, its stages, its proofs and its findings.

texts! {
    /// The verdict: every stage accepts.
    ACCEPTED: "Accepted", "接受";
    /// The verdict: some stage rejects.
    REJECTED: "Rejected", "拒绝";
    /// The verdict: the signature was not checked and nothing else rejects.
    UNDECIDED: "Undecided", "未定";
    /// In place of a verdict, when the text has no token.
    NO_TOKEN: "No token", "没有令牌";
    /// In place of a verdict: there is text, and nothing in it looks like a token.
    NO_TOKEN_FOUND: "Nothing in this text looks like a token. A key belongs in the box below it.", "这段文本中没有类似令牌的内容；如果是密钥，请粘贴到下面的密钥框。";
    /// Under the verdict "accepted".
    WHY_ACCEPTED: "The signature verifies, and the claims fit the policy and the clock.", "签名验证通过，声明符合策略和时间。";
    /// Under the verdict "rejected" of a token that holds another one.
    WHY_INSIDE: "The token inside of it is rejected.", "其内层令牌被拒绝。";
    /// Under the verdict "undecided".
    WHY_UNDECIDED: "The signature was not checked, and nothing else rejects.", "未检查签名，其他方面没有拒绝的理由。";
    /// Under the verdict "undecided" of a token that is encrypted.
    WHY_ENCRYPTED: "The token is encrypted, and what is inside was not read.", "令牌已加密，其内容未能读取。";

    /// A stage: reading the text.
    STAGE_DECODE: "Decode", "解码";
    /// A stage: the ciphertext of a JWE.
    STAGE_ENCRYPTION: "Decrypt", "解密";
    /// A stage: text, key and algorithm.
    STAGE_SIGNATURE: "Signature", "签名";
    /// A stage: payload, policy and clock.
    STAGE_CLAIMS: "Claims", "声明";

    /// A stage found nothing wrong.
    OK: "OK", "正常";
    /// The text does not follow the RFCs.
    FAULTY: "Faulty", "有误";
    /// A key verifies the signature.
    VERIFIED: "Verified", "验证通过";
    /// No key at hand verifies the signature.
    MISMATCH: "Does not verify", "验证不通过";
    /// The stage was not reached, for want of a key or of claims.
    NOT_CHECKED: "Not checked", "未检查";
    /// The policy rejects the claims.
    CLAIMS_REJECTED: "Rejected", "被拒绝";
    /// A key decrypts the token.
    DECRYPTED: "Decrypted", "已解密";
    /// No key at hand decrypts the token.
    DECRYPTION_FAILED: "Does not decrypt", "解密失败";
    /// No key for decryption was given.
    NOT_TRIED: "Not tried", "未尝试";
    /// Beside a token that had to be repaired to be read.
    DAMAGED: "Read after repairs to the text around it", "修复周围文本后读取";

    /// The grave findings.
    ERROR: "Error", "错误";
    /// The findings to look at.
    WARNING: "Warning", "警告";
    /// The findings worth knowing.
    NOTE: "Note", "提示";
    /// Heading of the list of findings.
    FINDINGS: "Findings", "发现的问题";
    /// In place of the list of findings.
    NO_FINDINGS: "Nothing noteworthy was found.", "没有发现值得注意的问题。";
    /// Button of a finding: marks its characters in the paste.
    SHOW_IN_PASTE: "Show in the text", "在文本中显示";
    /// How many more are not shown.
    AND_MORE: "and {} more", "另有 {} 项";

    /// Heading of the proofs.
    WHAT_WOULD_MAKE_IT_PASS: "What would make it pass", "怎样才能通过";
    /// The standing of a cause or an entry: proved on this token.
    PROVED: "Proved", "已证实";
    /// The standing of a cause or an entry: a finding names it.
    FOUND: "Found", "已发现";
    /// The standing of a cause or an entry: nothing rules it out.
    POSSIBLE: "Possible", "可能";
    /// How many experiments did not help; opens their list.
    RULED_OUT: "Ruled out: {}", "已排除：{} 项";
    /// Heading of what is possible and what is ruled out.
    OTHER_EXPLANATIONS: "Other explanations", "其他解释";
    /// Before the changes of a proof that lead to acceptance.
    ACCEPTED_WHEN_YOU: "Accepted when you", "这样做即被接受：";
    /// Before the changes of an attack.
    PASSES_WHEN_YOU: "It would pass if you", "这样做会让它通过：";
    /// Opens the attacks below a proof that is none.
    ATTACKS_TOO: "Attacks that would make it pass too: {}", "同样能使它通过的攻击：{} 种";
    /// Before a proof by evidence.
    THE_EVIDENCE_SHOWS: "The evidence itself shows it", "证据本身表明：";
    /// In place of proofs: the token is accepted.
    NOTHING_TO_PROVE: "Nothing: it is accepted as it is.", "无需改动：令牌已被接受。";
    /// In place of proofs: there is no key.
    GIVE_A_DECRYPTION_KEY: "Give the key that decrypts it, and what is inside is checked and explained.", "提供解密密钥后，即可检查其内容并给出解释。";
    /// The same where the token is signed.
    GIVE_A_KEY: "Give a key, and the signature is checked and explained.", "提供密钥后即可检查签名并给出解释。";
    /// In place of proofs: the experiments run.
    TRYING: "Trying changes …", "正在尝试各种修改…";
    /// In place of proofs: no experiment helped.
    NOTHING_PROVED: "Nothing that was tried makes it pass.", "所有尝试都不能使它通过。";

    /// The class of a change: a mistake undone.
    REPAIR: "Repair", "修复";
    /// The class of a change: somebody must decide.
    DECISION: "Decision", "需决定";
    /// The class of a change: opens the verifier to forgery.
    ATTACK: "Attack", "攻击";
    /// What a repair means.
    REPAIR_MEANING: "It undoes a mistake and weakens nothing.", "它纠正一个错误，不会降低安全性。";
    /// What a decision means.
    DECISION_MEANING: "Somebody who knows the service has to decide whether that is right.", "需要了解该服务的人判断这样做是否正确。";
    /// What an attack means.
    ATTACK_MEANING: "It would make the token pass, and a forged one as well. Never do this.", "这会让令牌通过，也会让伪造的令牌通过。绝不要这样做。";
    /// Label of a value before a change.
    AS_GIVEN: "as given", "原值";
    /// Label of a value after a change.
    AS_USED: "as used", "采用的值";
    /// Stands for a secret that is not shown.
    COVERED: "hidden", "已隐藏";
    /// Button: shows a hidden secret.
    SHOW: "Show", "显示";
    /// Button: hides a secret again.
    HIDE: "Hide", "隐藏";
    /// Button: copies the corrected value.
    COPY_CORRECTED: "Copy the corrected value", "复制修正后的值";
    /// Button: copies a secret that is no text, in hexadecimal digits.
    COPY_DIGITS: "Copy the octets as hexadecimal digits", "以十六进制复制这些字节";

    /// Heading of the opinions of others: a real library, the browser.
    SECOND_OPINION: "What others say", "其他实现怎么说";
    /// After the name of a library: it accepts the token.
    ACCEPTS: "accepts it", "接受";
    /// After the name of a library: it rejects the token.
    REJECTS: "rejects it", "拒绝";
    /// After the name of a library: it was not asked.
    WAS_NOT_ASKED: "could not be asked", "无法询问";
}
