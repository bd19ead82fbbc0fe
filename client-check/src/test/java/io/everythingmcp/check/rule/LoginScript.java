package io.everythingmcp.check.rule;

import io.everythingmcp.check.journal.EndpointKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Login of a client of revision 2026-07-28 in steps; all steps conform by default. */
final class LoginScript {
  private static final String RESOURCE = "http://localhost/mcp";

  private final ScriptedRun run;
  private String resourceAt = "/.well-known/oauth-protected-resource/mcp";
  private String serverAt = "/.well-known/oauth-authorization-server/as";
  private String resource = RESOURCE;
  private String verifier = "a-verifier-that-has-more-than-43-characters-in-it";
  private String sentVerifier;
  private String state = "state-long-enough-1";
  private String redirect = "http://127.0.0.1:9/cb";
  private String scope = "mcp:read";
  private String iss = ScriptedRun.ISSUER;
  private String secret = "";
  private String client = "client1";
  private String metadataResource = RESOURCE;
  private String metadataIssuer = ScriptedRun.ISSUER;
  private boolean metadataPkce = true;
  private boolean documents;
  private boolean pushes;
  private boolean registers = true;
  private String registration =
      "'redirect_uris':['http://127.0.0.1:9/cb'],'application_type':'native',"
          + "'grant_types':['authorization_code','refresh_token'],"
          + "'token_endpoint_auth_method':'none'";
  private int logins;

  LoginScript(ScriptedRun run) {
    this.run = run;
  }

  LoginScript resourceAt(String path) {
    resourceAt = path;
    return this;
  }

  LoginScript serverAt(String path) {
    serverAt = path;
    return this;
  }

  LoginScript resource(String value) {
    resource = value;
    return this;
  }

  /** Before the login: sets the verifier that is sent; after it: that of the next login. */
  LoginScript verifier(String value) {
    if (logins == 0) {
      sentVerifier = value;
    } else {
      verifier = value;
    }
    return this;
  }

  LoginScript state(String value) {
    state = value;
    return this;
  }

  LoginScript redirect(String value) {
    redirect = value;
    return this;
  }

  LoginScript registration(String value) {
    registration = value;
    return this;
  }

  LoginScript scope(String value) {
    scope = value;
    return this;
  }

  LoginScript iss(String value) {
    iss = value;
    return this;
  }

  LoginScript secret(String value) {
    secret = value;
    return this;
  }

  /** The authorization request is pushed (RFC 9126). */
  LoginScript pushed() {
    pushes = true;
    return this;
  }

  LoginScript withDocuments() {
    documents = true;
    return this;
  }

  LoginScript metadataResource(String value) {
    metadataResource = value;
    return this;
  }

  LoginScript metadataIssuer(String value) {
    metadataIssuer = value;
    return this;
  }

  LoginScript metadataWithoutPkce() {
    metadataPkce = false;
    return this;
  }

  LoginScript document() {
    client = "https://app.example/client";
    registers = false;
    return this;
  }

  /** Adds all steps up to the token. */
  LoginScript all() {
    untilRedirect();
    redeem();
    return this;
  }

  LoginScript untilRedirect() {
    metadata();
    if (registers) {
      run.other(
          EndpointKind.REGISTER,
          "POST",
          "/as/register",
          ScriptedRun.json("{" + registration + "}"),
          201,
          "{'client_id':'client1','token_endpoint_auth_method':'none'}");
    }
    authorize();
    return this;
  }

  /** Adds the challenge and both documents only. */
  LoginScript metadata() {
    run.exchangeUnauthorized("mcp:read");
    run.other(
        EndpointKind.RESOURCE_METADATA,
        "GET",
        resourceAt,
        "",
        200,
        "{'resource':'"
            + metadataResource
            + "','authorization_servers':['"
            + ScriptedRun.ISSUER
            + "'],'scopes_supported':['mcp:read']}");
    run.other(
        EndpointKind.AUTHORIZATION_METADATA,
        "GET",
        serverAt,
        "",
        200,
        "{'issuer':'"
            + metadataIssuer
            + "','authorization_endpoint':'http://localhost/as/authorize',"
            + "'authorization_response_iss_parameter_supported':true,"
            + "'client_id_metadata_document_supported':"
            + documents
            + (metadataPkce ? ",'code_challenge_methods_supported':['S256']" : "")
            + ",'scopes_supported':['mcp:read','mcp:write']}");
    return this;
  }

  /** Adds another login with the same registration. */
  LoginScript repeatLogin() {
    authorize();
    redeem();
    return this;
  }

  private void authorize() {
    logins++;
    String request =
        ScriptedForm.of(
            List.of("response_type", "code", "client_id", client, "code_challenge", s256(verifier)),
            List.of("code_challenge_method", "S256", "redirect_uri", redirect, "state", state),
            List.of("scope", scope, "resource", resource));
    if (pushes) {
      String uri = "urn:ietf:params:oauth:request_uri:" + logins;
      run.other(
          EndpointKind.PUSHED_AUTHORIZATION,
          "POST",
          "/as/par",
          request,
          201,
          "{'request_uri':'" + uri + "','expires_in':60}");
      request =
          "client_id=" + ScriptedForm.encode(client) + "&request_uri=" + ScriptedForm.encode(uri);
    }
    run.other(EndpointKind.AUTHORIZE, "GET", "/as/authorize?" + request, "", 200, "");
    run.redirect(
        EndpointKind.CONSENT,
        redirect + "?code=c" + logins + "&state=" + state + "&iss=" + ScriptedForm.encode(iss));
  }

  private void redeem() {
    String sent = sentVerifier == null ? verifier : sentVerifier;
    sentVerifier = null;
    run.other(
        EndpointKind.TOKEN,
        "POST",
        "/as/token",
        ScriptedForm.of(
                List.of("grant_type", "authorization_code", "code", "c" + logins),
                List.of("code_verifier", sent, "redirect_uri", redirect, "resource", resource),
                List.of("client_id", client))
            + (secret.isEmpty() ? "" : "&client_secret=" + secret),
        200,
        "{'access_token':'t"
            + logins
            + "','token_type':'Bearer','expires_in':600,'refresh_token':'r1'}");
    run.token("t" + logins);
  }

  /** Records that the client followed a redirect that it had to reject. */
  LoginScript followedFaultyRedirect(String id) {
    run.provoked(id, "{'variant':'wrong'}");
    return this;
  }

  LoginScript redeemed() {
    redeem();
    return this;
  }

  LoginScript call(String id) {
    run.modern(id, "tools/list", "{}", "{}");
    return this;
  }

  LoginScript refresh(String used, String given) {
    run.other(
        EndpointKind.TOKEN,
        "POST",
        "/as/token",
        "grant_type=refresh_token&refresh_token="
            + used
            + "&client_id=client1&resource="
            + ScriptedForm.encode(resource),
        200,
        "{'access_token':'a"
            + given
            + "','token_type':'Bearer','expires_in':600,'refresh_token':'"
            + given
            + "'}");
    return this;
  }

  static String s256(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a DPoP proof for a POST to the MCP endpoint with the token t9. */
  static String proof(String jti) {
    String header = "{'typ':'dpop+jwt','alg':'ES256','jwk':{'kty':'EC'}}";
    String claims =
        "{'jti':'"
            + jti
            + "','htm':'POST','htu':'"
            + RESOURCE
            + "','iat':1795900000,'ath':'"
            + s256("t9")
            + "'}";
    return part(header) + "." + part(claims) + ".c2ln";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ScriptedRun.json(json).getBytes(StandardCharsets.UTF_8));
  }
}
