//! The own claims of Auth0, Okta, Keycloak, GitHub Actions and Kubernetes.

use super::Row;

pub const AUTH0: &[Row] = &[
    (
        "gty",
        [
            "Auth0: how the token was obtained; client-credentials means that there is no user.",
            "Auth0：获取令牌的方式；client-credentials 表示没有用户。",
        ],
    ),
    ("azp", ["Auth0: the client that requested the token.", "Auth0：申请令牌的客户端。"]),
    (
        "permissions",
        [
            "Auth0: what the subject may do at this API; needs RBAC and its setting in the API.",
            "Auth0：主体在该 API 的权限；需启用 RBAC 及 API 中的相应设置。",
        ],
    ),
    ("org_id", ["Auth0: the organization in which the user logged in.", "Auth0：用户登录所在的组织。"]),
    ("org_name", ["Auth0: the name of the organization.", "Auth0：组织名称。"]),
];

pub const OKTA: &[Row] = &[
    ("cid", ["Okta: the client that requested the token.", "Okta：申请令牌的客户端。"]),
    ("uid", ["Okta: the user's id.", "Okta：用户标识。"]),
    ("scp", ["Okta: what the client may do, an array.", "Okta：客户端获得的权限，是数组。"]),
    ("ver", ["Okta: the version of the token's form.", "Okta：令牌格式的版本。"]),
    ("idp", ["Okta: the provider that authenticated the user.", "Okta：认证用户的身份提供方。"]),
    (
        "sub",
        [
            "Okta: the user's login name in an access token, the user's id in an ID token.",
            "Okta：访问令牌中为登录名，ID 令牌中为用户标识。",
        ],
    ),
];

pub const KEYCLOAK: &[Row] = &[
    ("realm_access", ["Keycloak: the user's roles in the realm.", "Keycloak：用户在 realm 中的角色。"]),
    ("realm_access.roles", ["Keycloak: the user's roles in the realm.", "Keycloak：用户在 realm 中的角色。"]),
    (
        "resource_access",
        [
            "Keycloak: the user's roles at each client; only for clients in the token's scope.",
            "Keycloak：用户在各客户端的角色；仅限令牌范围内的客户端。",
        ],
    ),
    (
        "allowed-origins",
        ["Keycloak: the web origins of the client, for CORS.", "Keycloak：客户端的 Web 来源，用于 CORS。"],
    ),
    (
        "typ",
        [
            "Keycloak: the kind of the token: Bearer, ID, Refresh, Offline, Logout.",
            "Keycloak：令牌种类：Bearer、ID、Refresh、Offline、Logout。",
        ],
    ),
    (
        "azp",
        [
            "Keycloak: the client that requested the token; aud is account unless a mapper adds more.",
            "Keycloak：申请令牌的客户端；未配置映射器时 aud 通常只有 account。",
        ],
    ),
    (
        "session_state",
        ["Keycloak: the user's session (older name of sid).", "Keycloak：用户会话（sid 的旧名）。"],
    ),
    ("clientId", ["Keycloak: the client of a service account.", "Keycloak：服务账号对应的客户端。"]),
    ("client_id", ["Keycloak: the client of a service account.", "Keycloak：服务账号对应的客户端。"]),
    (
        "clientHost",
        ["Keycloak: the address from which the service account asked.", "Keycloak：服务账号请求来源的主机。"],
    ),
    (
        "clientAddress",
        ["Keycloak: the address from which the service account asked.", "Keycloak：服务账号请求来源的地址。"],
    ),
    (
        "authorization",
        [
            "Keycloak: the permissions that its authorization service granted.",
            "Keycloak：授权服务授予的权限。",
        ],
    ),
    ("trusted-certs", ["Keycloak: certificates that the client trusts.", "Keycloak：客户端信任的证书。"]),
];

pub const GITHUB: &[Row] = &[
    (
        "sub",
        [
            "GitHub Actions: repository and what triggered the run; a cloud's trust rule matches this text exactly.",
            "GitHub Actions：仓库及触发来源；云端信任规则会精确匹配这段文本。",
        ],
    ),
    (
        "aud",
        [
            "GitHub Actions: the owner's address unless the workflow names another audience.",
            "GitHub Actions：默认为所有者的网址，除非工作流指定其他受众。",
        ],
    ),
    (
        "repository",
        [
            "GitHub Actions: the repository of the run, owner/name.",
            "GitHub Actions：运行所在的仓库，格式为 owner/name。",
        ],
    ),
    (
        "repository_id",
        [
            "GitHub Actions: the repository's number, which survives renaming.",
            "GitHub Actions：仓库编号，重命名后不变。",
        ],
    ),
    ("repository_owner", ["GitHub Actions: the owner of the repository.", "GitHub Actions：仓库所有者。"]),
    ("repository_owner_id", ["GitHub Actions: the owner's number.", "GitHub Actions：所有者编号。"]),
    (
        "repository_visibility",
        ["GitHub Actions: public, private or internal.", "GitHub Actions：public、private 或 internal。"],
    ),
    ("ref", ["GitHub Actions: the branch or tag of the run.", "GitHub Actions：运行对应的分支或标签。"]),
    ("ref_type", ["GitHub Actions: branch or tag.", "GitHub Actions：branch 或 tag。"]),
    (
        "ref_protected",
        ["GitHub Actions: whether the branch is protected.", "GitHub Actions：分支是否受保护。"],
    ),
    (
        "base_ref",
        ["GitHub Actions: the branch that a pull request goes to.", "GitHub Actions：拉取请求的目标分支。"],
    ),
    (
        "head_ref",
        [
            "GitHub Actions: the branch that a pull request comes from.",
            "GitHub Actions：拉取请求的来源分支。",
        ],
    ),
    ("sha", ["GitHub Actions: the commit of the run.", "GitHub Actions：运行对应的提交。"]),
    ("actor", ["GitHub Actions: the account that started the run.", "GitHub Actions：发起运行的账户。"]),
    (
        "actor_id",
        [
            "GitHub Actions: the number of the account that started the run.",
            "GitHub Actions：发起运行的账户编号。",
        ],
    ),
    ("workflow", ["GitHub Actions: the name of the workflow.", "GitHub Actions：工作流名称。"]),
    (
        "workflow_ref",
        ["GitHub Actions: the file and the ref of the workflow.", "GitHub Actions：工作流文件及其 ref。"],
    ),
    (
        "workflow_sha",
        ["GitHub Actions: the commit of the workflow's file.", "GitHub Actions：工作流文件的提交。"],
    ),
    (
        "job_workflow_ref",
        [
            "GitHub Actions: the reusable workflow that the job comes from.",
            "GitHub Actions：作业所属的可复用工作流。",
        ],
    ),
    (
        "job_workflow_sha",
        ["GitHub Actions: the commit of the reusable workflow.", "GitHub Actions：可复用工作流的提交。"],
    ),
    (
        "environment",
        ["GitHub Actions: the deployment environment of the job.", "GitHub Actions：作业的部署环境。"],
    ),
    ("event_name", ["GitHub Actions: the event that started the run.", "GitHub Actions：触发运行的事件。"]),
    ("run_id", ["GitHub Actions: the number of the run.", "GitHub Actions：运行编号。"]),
    (
        "run_number",
        ["GitHub Actions: how often this workflow has run.", "GitHub Actions：该工作流的第几次运行。"],
    ),
    (
        "run_attempt",
        ["GitHub Actions: which attempt of the run this is.", "GitHub Actions：本次运行的第几次尝试。"],
    ),
    (
        "runner_environment",
        [
            "GitHub Actions: whose machine the job runs on: github-hosted or self-hosted.",
            "GitHub Actions：作业运行的机器：github-hosted 或 self-hosted。",
        ],
    ),
    ("enterprise", ["GitHub Actions: the enterprise of the repository.", "GitHub Actions：仓库所属的企业。"]),
];

pub const KUBERNETES: &[Row] = &[
    (
        "sub",
        [
            "Kubernetes: system:serviceaccount, the namespace and the service account.",
            "Kubernetes：由 system:serviceaccount、命名空间和服务账号组成。",
        ],
    ),
    (
        "aud",
        [
            "Kubernetes: who may take the token; the API server's own audience unless the pod asks for another.",
            "Kubernetes：可接收令牌的一方；默认是 API 服务器自身，除非 Pod 指定其他受众。",
        ],
    ),
    (
        "kubernetes.io",
        [
            "Kubernetes: the namespace, pod and service account to which the token is bound.",
            "Kubernetes：令牌绑定的命名空间、Pod 和服务账号。",
        ],
    ),
    (
        "kubernetes.io.namespace",
        ["Kubernetes: the namespace of the pod.", "Kubernetes：Pod 所在的命名空间。"],
    ),
    (
        "kubernetes.io.pod",
        [
            "Kubernetes: the pod; when it is deleted, the token ends.",
            "Kubernetes：Pod；它被删除后令牌即失效。",
        ],
    ),
    ("kubernetes.io.node", ["Kubernetes: the node on which the pod runs.", "Kubernetes：Pod 所在的节点。"]),
    (
        "kubernetes.io.serviceaccount",
        ["Kubernetes: the service account of the pod.", "Kubernetes：Pod 的服务账号。"],
    ),
    (
        "kubernetes.io.warnafter",
        [
            "Kubernetes: after this second the API server notes that the token should have been refreshed.",
            "Kubernetes：过了这一秒，API 服务器会记录令牌本应已刷新。",
        ],
    ),
    (
        "kubernetes.io/serviceaccount/namespace",
        [
            "Kubernetes, old form that never expires: the namespace.",
            "Kubernetes 旧式令牌（永不过期）：命名空间。",
        ],
    ),
    (
        "kubernetes.io/serviceaccount/secret.name",
        [
            "Kubernetes, old form that never expires: the Secret that holds the token.",
            "Kubernetes 旧式令牌（永不过期）：存放令牌的 Secret。",
        ],
    ),
    (
        "kubernetes.io/serviceaccount/service-account.name",
        [
            "Kubernetes, old form that never expires: the service account.",
            "Kubernetes 旧式令牌（永不过期）：服务账号。",
        ],
    ),
    (
        "kubernetes.io/serviceaccount/service-account.uid",
        [
            "Kubernetes, old form that never expires: the service account's id.",
            "Kubernetes 旧式令牌（永不过期）：服务账号的标识。",
        ],
    ),
];
