//! The token drawn in its parts, its members, and its times.

texts! {
    /// Heading of the token.
    TOKEN: "Token", "令牌";
    /// A segment: the JOSE Header.
    HEADER: "Header", "头部";
    /// A segment: the JWS Payload.
    PAYLOAD: "Payload", "载荷";
    /// A segment: the JWS Signature.
    SIGNATURE: "Signature", "签名";
    /// A segment of a JWE.
    ENCRYPTED_KEY: "Encrypted key", "加密密钥";
    /// A segment of a JWE.
    INITIALIZATION_VECTOR: "Initialization vector", "初始化向量";
    /// A segment of a JWE.
    CIPHERTEXT: "Ciphertext", "密文";
    /// A segment of a JWE.
    AUTHENTICATION_TAG: "Authentication tag", "认证标签";
    /// A stretch of text that is no segment.
    UNKNOWN_TEXT: "Text", "文本";
    /// In a long segment: what is not drawn.
    BYTES_LEFT_OUT: "… {} byte[s] …", "… {} 字节 …";
    /// How often the token stands in the paste.
    SEEN_TIMES: "seen {} time[s]", "出现 {} 次";
    /// Beside the token inside another one.
    INSIDE: "inside", "内层";
    /// The disclosures of an SD-JWT.
    DISCLOSURES: "Disclosures", "披露项";
    /// Several signatures of one JWS.
    SIGNATURES: "Signatures", "各签名";
    /// Said once under the decoded members.
    DECODED_NOT_VERIFIED: "Decoded, not verified: anybody can write this.", "只是解码，未经验证：任何人都能写出这些内容。";

    /// Heading of the payload's members.
    CLAIMS: "Claims", "声明";
    /// The members as a table.
    AS_TABLE: "Explained", "解释";
    /// The JSON with line breaks.
    AS_PRETTY: "Pretty", "格式化";
    /// The JSON as it was spelled.
    AS_RAW: "Raw", "原文";
    /// Column: a member's name.
    NAME: "Name", "名称";
    /// Column: a member's value.
    VALUE: "Value", "值";
    /// Column: what the member means.
    MEANING: "Meaning", "含义";
    /// In place of an explanation.
    NO_EXPLANATION: "The issuer's own claim", "颁发者自定义的声明";

    /// Heading of the time line.
    TIME: "Time", "时间";
    /// The time to which a proof moves the clock, as a point on the line.
    CLOCK_MOVED: "clock moved", "时钟移至此";
    /// The leeway with which the token would be accepted.
    LEEWAY_NEEDED: "needs a leeway of {}", "需要 {} 的容差";
    /// After a distance such as "27 s before".
    THE_FAILURE: "the failure", "（以故障时间为准）";
    /// Label of the handle on the line.
    DRAG_TIME: "Move the time of the failure", "移动故障时间";

    /// Button: copies a text.
    COPY: "Copy", "复制";
    /// Button that copies the first two segments.
    COPY_SIGNING_INPUT: "Copy the signing input", "复制签名输入";
    /// Button that copies the name of a key.
    COPY_THUMBPRINT: "Copy the thumbprint (RFC 7638)", "复制指纹（RFC 7638）";
    /// Said after copying.
    COPIED: "Copied", "已复制";
    /// Said when the browser refused the clipboard.
    COPY_REFUSED: "The browser refused; select the text and copy it.", "浏览器拒绝了；请选中文本后复制。";
    /// A key's size.
    BITS: "{} bit[s]", "{} 比特";
    /// How a key was read.
    READ_AS: "read as {}", "读取方式：{}";
    /// A safe line for the service's own log.
    SAFE_LOG_LINE: "A log line that is safe to write", "可安全写入日志的一行";
    /// What the safe log line holds.
    SAFE_LOG_LINE_MEANING: "Algorithm, key id, issuer and times; never the token.", "算法、密钥标识、颁发者和时间；绝不含令牌。";
}
