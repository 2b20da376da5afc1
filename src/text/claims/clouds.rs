//! The own claims of Microsoft Entra, Google, Firebase and AWS Cognito.

use super::Row;

pub const ENTRA: &[Row] = &[
    (
        "oid",
        [
            "Microsoft Entra: the user's or service's object id in its tenant, the same for all applications.",
            "Microsoft Entra：用户或服务在租户中的对象标识，对所有应用相同。",
        ],
    ),
    ("tid", ["Microsoft Entra: the tenant that issued the token.", "Microsoft Entra：签发令牌的租户。"]),
    (
        "upn",
        [
            "Microsoft Entra: the user's principal name; it can change.",
            "Microsoft Entra：用户主体名称；可能改变。",
        ],
    ),
    (
        "unique_name",
        [
            "Microsoft Entra 1.0: a readable name of the user; not unique over time.",
            "Microsoft Entra 1.0：可读的用户名；不保证长期唯一。",
        ],
    ),
    (
        "appid",
        [
            "Microsoft Entra 1.0: the client application (azp in version 2.0).",
            "Microsoft Entra 1.0：客户端应用（2.0 版为 azp）。",
        ],
    ),
    (
        "appidacr",
        [
            "Microsoft Entra 1.0: how the client was authenticated: 0 public, 1 secret, 2 certificate.",
            "Microsoft Entra 1.0：客户端的认证方式：0 公共，1 密钥，2 证书。",
        ],
    ),
    (
        "azpacr",
        [
            "Microsoft Entra 2.0: how the client was authenticated: 0 public, 1 secret, 2 certificate.",
            "Microsoft Entra 2.0：客户端的认证方式：0 公共，1 密钥，2 证书。",
        ],
    ),
    (
        "ver",
        [
            "Microsoft Entra: the version of the token, 1.0 or 2.0; issuer and audience look different in each.",
            "Microsoft Entra：令牌版本，1.0 或 2.0；两者的颁发者和受众写法不同。",
        ],
    ),
    (
        "idp",
        [
            "Microsoft Entra: the provider that authenticated the user, when it is not the tenant.",
            "Microsoft Entra：认证用户的身份提供方，当它不是本租户时。",
        ],
    ),
    (
        "idtyp",
        [
            "Microsoft Entra: app for a token without a user.",
            "Microsoft Entra：值为 app 表示没有用户的应用令牌。",
        ],
    ),
    (
        "wids",
        [
            "Microsoft Entra: the ids of the tenant-wide roles of the user.",
            "Microsoft Entra：用户在租户范围内的角色标识。",
        ],
    ),
    (
        "hasgroups",
        [
            "Microsoft Entra: the user has too many groups to list; ask Microsoft Graph for them.",
            "Microsoft Entra：用户的组太多未列出；需通过 Microsoft Graph 查询。",
        ],
    ),
    ("uti", ["Microsoft Entra: the token's own id, as jti.", "Microsoft Entra：令牌自身的标识，类似 jti。"]),
    ("rh", ["Microsoft Entra: for its own use; ignore it.", "Microsoft Entra：内部使用，忽略即可。"]),
    ("aio", ["Microsoft Entra: for its own use; ignore it.", "Microsoft Entra：内部使用，忽略即可。"]),
    ("xms_tcdt", ["Microsoft Entra: when the tenant was created.", "Microsoft Entra：租户的创建时间。"]),
    (
        "xms_mirid",
        [
            "Microsoft Entra: the Azure resource of a managed identity.",
            "Microsoft Entra：托管标识对应的 Azure 资源。",
        ],
    ),
    (
        "xms_cc",
        [
            "Microsoft Entra: what the client can do, cp1 for claims challenges.",
            "Microsoft Entra：客户端的能力，cp1 表示支持声明质询。",
        ],
    ),
    (
        "acrs",
        [
            "Microsoft Entra: the authentication contexts that the token satisfies.",
            "Microsoft Entra：令牌满足的认证上下文。",
        ],
    ),
    (
        "login_hint",
        [
            "Microsoft Entra: names the account at the next login.",
            "Microsoft Entra：下次登录时用于提示账户。",
        ],
    ),
    (
        "onprem_sid",
        [
            "Microsoft Entra: the user's id in the company's own directory.",
            "Microsoft Entra：用户在本地目录中的安全标识。",
        ],
    ),
    (
        "ipaddr",
        [
            "Microsoft Entra: the address from which the user logged in.",
            "Microsoft Entra：用户登录时的 IP 地址。",
        ],
    ),
    (
        "tfp",
        [
            "Azure AD B2C: the user flow or policy that issued the token.",
            "Azure AD B2C：签发令牌的用户流或策略。",
        ],
    ),
    ("emails", ["Azure AD B2C: the user's e-mail addresses.", "Azure AD B2C：用户的电子邮件地址。"]),
    ("newUser", ["Azure AD B2C: whether the user has just signed up.", "Azure AD B2C：是否为刚注册的用户。"]),
];

pub const GOOGLE: &[Row] = &[
    (
        "hd",
        [
            "Google: the Workspace domain of the account; absent for consumer accounts.",
            "Google：账户所属的 Workspace 域；个人账户没有此项。",
        ],
    ),
    ("azp", ["Google: the client id to which the token was issued.", "Google：令牌签发给的客户端标识。"]),
    (
        "google",
        [
            "Google Cloud: details of the identity, such as the virtual machine.",
            "Google Cloud：身份详情，例如虚拟机信息。",
        ],
    ),
    (
        "google.compute_engine",
        ["Google Cloud: the virtual machine that requested the token.", "Google Cloud：申请令牌的虚拟机。"],
    ),
    (
        "target_audience",
        [
            "Google Cloud: the audience that a service account asks an ID token for.",
            "Google Cloud：服务账号申请 ID 令牌时的目标受众。",
        ],
    ),
];

pub const FIREBASE: &[Row] = &[
    (
        "firebase",
        [
            "Firebase: how the user signed in, and with which identities.",
            "Firebase：用户的登录方式及关联身份。",
        ],
    ),
    (
        "firebase.sign_in_provider",
        [
            "Firebase: the provider of this login: password, google.com, anonymous or custom.",
            "Firebase：本次登录的提供方：password、google.com、anonymous、custom 等。",
        ],
    ),
    (
        "firebase.identities",
        ["Firebase: all identities that belong to the account.", "Firebase：账户关联的全部身份。"],
    ),
    (
        "firebase.tenant",
        ["Firebase: the tenant of Identity Platform.", "Firebase：Identity Platform 的租户。"],
    ),
    (
        "firebase.sign_in_second_factor",
        ["Firebase: the second factor of this login.", "Firebase：本次登录的第二因素。"],
    ),
    ("user_id", ["Firebase: the user's uid, the same as sub.", "Firebase：用户的 uid，与 sub 相同。"]),
    (
        "uid",
        [
            "Firebase: the user's id, in a custom token; a custom token is traded for an ID token and is none itself.",
            "Firebase：自定义令牌中的用户标识；自定义令牌用于换取 ID 令牌，本身不是 ID 令牌。",
        ],
    ),
    (
        "claims",
        [
            "Firebase: claims that a custom token asks for in the ID token.",
            "Firebase：自定义令牌要求写入 ID 令牌的声明。",
        ],
    ),
    ("auth_time", ["Firebase: when the user logged in.", "Firebase：用户登录的时间。"]),
];

pub const COGNITO: &[Row] = &[
    (
        "token_use",
        [
            "AWS Cognito: id or access; an API expects access, and only that one has client_id and scope.",
            "AWS Cognito：id 或 access；API 需要 access，且只有它带有 client_id 和 scope。",
        ],
    ),
    (
        "cognito:username",
        ["AWS Cognito: the user's name in the pool.", "AWS Cognito：用户在用户池中的用户名。"],
    ),
    (
        "cognito:groups",
        ["AWS Cognito: the user's groups in the pool.", "AWS Cognito：用户在用户池中所属的组。"],
    ),
    (
        "cognito:roles",
        ["AWS Cognito: the IAM roles of the user's groups.", "AWS Cognito：用户组对应的 IAM 角色。"],
    ),
    (
        "cognito:preferred_role",
        [
            "AWS Cognito: the IAM role of the group with the highest precedence.",
            "AWS Cognito：优先级最高的组的 IAM 角色。",
        ],
    ),
    (
        "client_id",
        [
            "AWS Cognito: the app client; an access token has it in place of aud.",
            "AWS Cognito：应用客户端；访问令牌用它代替 aud。",
        ],
    ),
    ("username", ["AWS Cognito: the user's name, in an access token.", "AWS Cognito：访问令牌中的用户名。"]),
    (
        "origin_jti",
        [
            "AWS Cognito: the login from which the token was refreshed; revoking it revokes all.",
            "AWS Cognito：令牌刷新所源自的登录；吊销它即吊销全部。",
        ],
    ),
    ("event_id", ["AWS Cognito: the login, as logs name it.", "AWS Cognito：日志中对应的登录事件标识。"]),
    ("device_key", ["AWS Cognito: the device that was remembered.", "AWS Cognito：已记住的设备。"]),
    (
        "identities",
        [
            "AWS Cognito: the outside providers with which the user signed in.",
            "AWS Cognito：用户登录所用的外部身份提供方。",
        ],
    ),
    ("version", ["AWS Cognito: the version of the access token.", "AWS Cognito：访问令牌的版本。"]),
];
