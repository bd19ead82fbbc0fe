package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.oauth.UserLogin;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server under test.
 *
 * @param urls its MCP endpoint; more than one for several instances that share their state
 * @param sse its endpoint of the transport of 2024-11-05, or null for the default path
 * @param access credentials of the test callers
 * @param timeout the timeout of a response
 * @param sessionTimeout the idle timeout of sessions, if it is configured and short
 * @param tools which of its tools have which role
 */
public record TargetServer(
    List<URI> urls,
    URI sse,
    TargetCredentials access,
    Duration timeout,
    Optional<Duration> sessionTimeout,
    Map<ToolRole, ToolCall> tools) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A server without authentication. */
  public static TargetServer at(URI url) {
    return new TargetServer(
        List.of(url), null, TargetCredentials.open(), TIMEOUT, Optional.empty(), Map.of());
  }

  public TargetServer by(TestCaller caller) {
    return with(
        new TargetCredentials(
            caller, access.second(), access.login(), access.client(), access.document()));
  }

  public TargetServer andBy(TestCaller caller) {
    return with(
        new TargetCredentials(
            access.first(),
            Optional.ofNullable(caller),
            access.login(),
            access.client(),
            access.document()));
  }

  /** Returns a copy with another instance. */
  public TargetServer alsoAt(URI url) {
    List<URI> all = new ArrayList<>(urls);
    all.add(url);
    return new TargetServer(all, sse, access, timeout, sessionTimeout, tools);
  }

  public TargetServer sse(URI uri) {
    return new TargetServer(urls, uri, access, timeout, sessionTimeout, tools);
  }

  public TargetServer timeout(Duration other) {
    return new TargetServer(urls, sse, access, other, sessionTimeout, tools);
  }

  public TargetServer sessionTimeout(Duration limit) {
    return new TargetServer(urls, sse, access, timeout, Optional.ofNullable(limit), tools);
  }

  public TargetServer tools(Map<ToolRole, ToolCall> named) {
    return new TargetServer(urls, sse, access, timeout, sessionTimeout, named);
  }

  /** Returns a copy with a login at its authorization server. */
  public TargetServer login(UserLogin login) {
    return with(
        new TargetCredentials(
            access.first(),
            access.second(),
            Optional.ofNullable(login),
            access.client(),
            access.document()));
  }

  /** Returns a copy with a pre-registered client; null for none. */
  public TargetServer client(PreregisteredClient known) {
    return with(
        new TargetCredentials(
            access.first(),
            access.second(),
            access.login(),
            Optional.ofNullable(known),
            access.document()));
  }

  /** Returns a copy with the address of a client ID metadata document; null for none. */
  public TargetServer document(URI published) {
    return with(
        new TargetCredentials(
            access.first(),
            access.second(),
            access.login(),
            access.client(),
            Optional.ofNullable(published)));
  }

  private TargetServer with(TargetCredentials other) {
    return new TargetServer(urls, sse, other, timeout, sessionTimeout, tools);
  }

  public TestCaller first() {
    return access.first();
  }

  public Optional<TestCaller> second() {
    return access.second();
  }

  public Optional<UserLogin> login() {
    return access.login();
  }

  public Optional<PreregisteredClient> client() {
    return access.client();
  }

  public Optional<URI> document() {
    return access.document();
  }

  public URI url() {
    return urls.get(0);
  }

  /** The path of its endpoint, with the query if there is one. */
  public String path() {
    String path = url().getRawPath().isEmpty() ? "/" : url().getRawPath();
    return url().getRawQuery() == null ? path : path + "?" + url().getRawQuery();
  }

  /** Returns whether its host is a loopback address. */
  public boolean isLocal() {
    String host = String.valueOf(url().getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** Returns the values that reports must not contain. */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(first().secrets());
    second().ifPresent(caller -> secrets.addAll(caller.secrets()));
    client().map(PreregisteredClient::secret).ifPresent(secrets::add);
    return secrets;
  }
}
