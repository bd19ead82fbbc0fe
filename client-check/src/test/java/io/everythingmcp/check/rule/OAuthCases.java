package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.EndpointKind;
import java.util.List;

/** Clients for the rules of authorization. */
final class OAuthCases {
  private static final String HOLDS_FOR_ANOTHER =
      "redacted-access-token-00ff(length=9,iss=https%3A%2F%2Fother)";
  private static final String CC = "client_credentials";

  private static final String OTHER_RESOURCE = "http://localhost/other";
  private static final String OTHER_ISSUER = "http://localhost/other-as";

  private OAuthCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "valid-bearer-token",
            run -> login(run).all().call("1"),
            run -> {
              login(run).all().call("1");
              run.with("Authorization", null).modern("2", "prompts/list", "{}", 401, "");
            }),
        must(
            "no-token-in-query",
            run -> login(run).all().call("1"),
            run -> {
              login(run).all().call("1");
              run.other(EndpointKind.OTHER, "GET", "/x?access_token=t1", "", 404, "");
            }),
        must(
            "prm-priority-order",
            run -> login(run).all(),
            run -> login(run).resourceAt("/.well-known/oauth-protected-resource").all()),
        must(
            "prm-priority-order",
            run -> {
              run.challengedWith("http://localhost/metadata/1");
              login(run).resourceAt("/metadata/1").metadata();
            },
            run -> {
              run.challengedWith("http://localhost/metadata/1");
              login(run).resourceAt("/metadata/2").metadata();
            }),
        must(
            "authorization-server-metadata",
            run -> login(run).all(),
            run -> login(run).serverAt("/.well-known/openid-configuration/as").all()),
        must(
            "metadata-at-origin",
            run -> march(run, "/.well-known/oauth-authorization-server"),
            run -> march(run, "/.well-known/oauth-authorization-server/mcp")),
        must(
            "resource-parameter-consistency",
            run -> login(run).resource("HTTP://LOCALHOST/mcp").all(),
            run -> login(run).resource("http://localhost/mcp/").all()),
        must(
            "pkce-s256-method-used",
            run -> login(run).all(),
            run -> login(run).verifier("another-verifier-of-more-than-43-characters-x").all()),
        must(
            "resource-parameter-consistency",
            run -> login(run).pushed().all(),
            run -> login(run).pushed().resource("http://localhost/mcp/").all()),
        must(
            "pkce-s256-method-used",
            run -> login(run).pushed().all(),
            run ->
                login(run)
                    .pushed()
                    .verifier("another-verifier-of-more-than-43-characters-x")
                    .all()),
        should(
            "state-fresh",
            run -> login(run).pushed().all(),
            run -> login(run).pushed().state("short").all()),
        should("state-fresh", run -> login(run).all(), run -> login(run).state("short").all()),
        must(
            "redirect-uri-safe",
            run -> login(run).redirect("http://127.0.0.1:4711/cb").all(),
            run -> login(run).redirect("http://127.0.0.1:9/elsewhere").all()),
        must(
            "sep-837-application-type-present",
            run -> login(run).all(),
            run ->
                login(run)
                    .registration(
                        "'redirect_uris':['http://127.0.0.1:9/cb'],"
                            + "'grant_types':['refresh_token'],'token_endpoint_auth_method':'none'")
                    .all()),
        should(
            "sep-2207-client-metadata-grant-types",
            run -> login(run).all(),
            run ->
                login(run)
                    .registration(
                        "'redirect_uris':['http://127.0.0.1:9/cb'],'application_type':'native',"
                            + "'grant_types':['authorization_code'],"
                            + "'token_endpoint_auth_method':'none'")
                    .all()),
        must(
            "sep-2207-offline-access-not-requested",
            run -> login(run).all(),
            run -> login(run).scope("mcp:read offline_access").all()),
        should(
            "scope-from-www-authenticate",
            run -> login(run).all(),
            run -> login(run).scope("mcp:read mcp:admin").all()),
        should(
            "scope-step-up-escalation",
            run -> stepUp(run, "mcp:write mcp:read", 1),
            run -> stepUp(run, "mcp:write", 1)),
        should(
            "scope-retry-limit",
            run -> stepUp(run, "mcp:read mcp:write", 1),
            run -> stepUp(run, "mcp:read mcp:write", 5)),
        should(
            "cimd-client-id-used",
            run -> login(run).withDocuments().document().all(),
            run ->
                login(run)
                    .withDocuments()
                    .registration(
                        "'redirect_uris':['https://app.example/cb'],'application_type':'web',"
                            + "'grant_types':['refresh_token'],'token_endpoint_auth_method':'none'")
                    .redirect("https://app.example/cb")
                    .all()),
        must(
            "client-metadata-document-valid",
            run -> fetched(run, "https://app.example/client"),
            run -> fetched(run, "https://app.example/other")),
        must(
            "sep-2352-no-cross-as-credential-reuse",
            run -> moved(run, "client2"),
            run -> moved(run, "client1")),
        must(
            "token-for-this-resource",
            run -> login(run).all().call("1"),
            run -> run.token(HOLDS_FOR_ANOTHER).modern("1", "tools/list", "{}", 401, "")),
        must(
            "sep-2468-client-compare-iss-supported",
            run -> {
              LoginScript login = login(run).iss("http://localhost/evil");
              login.untilRedirect();
            },
            run -> login(run).iss("http://localhost/evil").all()),
        must(
            "token-endpoint-auth-method",
            run -> login(run).all(),
            run -> login(run).secret("s").all()),
        should(
            "refresh-token-once",
            run -> login(run).all().refresh("r1", "r2").refresh("r2", "r3"),
            run -> login(run).all().refresh("r1", "r2").refresh("r1", "r3")),
        must("dpop-proofs", run -> bound(run, "DPoP"), run -> bound(run, "Bearer")),
        must(
            "machine-login-form",
            run -> machine(run, "&resource=http://localhost/mcp"),
            run -> machine(run, "")),
        must(
            "resource-mismatch-rejected",
            run -> login(run).metadataResource(OTHER_RESOURCE).metadata(),
            run -> login(run).metadataResource(OTHER_RESOURCE).resource(OTHER_RESOURCE).all()),
        must(
            "sep-2468-client-validate-metadata-issuer",
            run -> login(run).metadataIssuer(OTHER_ISSUER).metadata(),
            run -> login(run).metadataIssuer(OTHER_ISSUER).iss(OTHER_ISSUER).all()),
        must(
            "pkce-support-required",
            run -> login(run).metadataWithoutPkce().metadata(),
            run -> login(run).metadataWithoutPkce().all()),
        must(
            "authorization-endpoint-scheme",
            OAuthCases::scriptEndpoint,
            run -> scriptEndpoint(run).repeatLogin()));
  }

  /** A client reads metadata whose authorization endpoint is a script. */
  static LoginScript scriptEndpoint(ScriptedRun run) {
    LoginScript login = login(run).metadata();
    run.other(
        EndpointKind.AUTHORIZATION_METADATA,
        "GET",
        "/.well-known/oauth-authorization-server/as",
        "",
        200,
        "{'issuer':'http://localhost/as','authorization_endpoint':'javascript:alert(1)',"
            + "'code_challenge_methods_supported':['S256'],"
            + "'authorization_response_iss_parameter_supported':true}");
    return login;
  }

  private static LoginScript login(ScriptedRun run) {
    return new LoginScript(run);
  }

  private static void march(ScriptedRun run, String path) {
    run.legacy("2025-03-26")
        .with("MCP-Protocol-Version", "2025-03-26")
        .other(EndpointKind.AUTHORIZATION_METADATA, "GET", path, "", 404, "");
  }

  static void stepUp(ScriptedRun run, String scope, int times) {
    LoginScript login = login(run).all();
    login.call("1");
    for (int i = 0; i < times; i++) {
      run.exchangeChallenge("1" + i, "mcp:write");
      login.verifier("verifier-number-" + i + "-of-more-than-43-characters-long");
      login.state("state-number-" + i + "-long").scope(scope).repeatLogin();
    }
  }

  private static void fetched(ScriptedRun run, String id) {
    run.other(
        EndpointKind.CLIENT_METADATA,
        "GET",
        "https://app.example/client",
        "",
        200,
        "{'client_id':'" + id + "','client_name':'a','redirect_uris':['http://127.0.0.1/cb']}");
  }

  static void moved(ScriptedRun run, String client) {
    register(run, "/as/register", "client1");
    if (!client.equals("client1")) {
      register(run, "/as2/register", client);
    }
    run.other(
        EndpointKind.TOKEN,
        "POST",
        "/as2/token",
        "grant_type=other&client_id=" + client,
        400,
        "{}");
  }

  private static void register(ScriptedRun run, String path, String client) {
    run.other(
        EndpointKind.REGISTER,
        "POST",
        path,
        ScriptedRun.json(
            "{'application_type':'native','redirect_uris':['http://127.0.0.1/cb'],"
                + "'token_endpoint_auth_method':'none','grant_types':['refresh_token']}"),
        201,
        "{'client_id':'" + client + "','token_endpoint_auth_method':'none'}");
  }

  private static void bound(ScriptedRun run, String scheme) {
    run.other(
        EndpointKind.TOKEN,
        "POST",
        "/as/token",
        "grant_type=" + CC + "&client_id=c&client_secret=s&resource=http://localhost/mcp",
        200,
        "{'access_token':'t9','token_type':'DPoP','expires_in':600}");
    run.with("Authorization", scheme + " t9")
        .with("DPoP", LoginScript.proof("j1"))
        .modern("1", "tools/list", "{}", "{}");
  }

  private static void machine(ScriptedRun run, String resource) {
    run.other(
        EndpointKind.TOKEN,
        "POST",
        "/as/token",
        "grant_type=" + CC + "&client_id=c&client_secret=s" + resource,
        200,
        "{'access_token':'t9','token_type':'Bearer','expires_in':600}");
  }
}
