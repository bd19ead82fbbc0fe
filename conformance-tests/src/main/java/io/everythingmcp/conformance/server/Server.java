package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.oauth.KnownClient;
import io.everythingmcp.conformance.oauth.Login;
import io.everythingmcp.conformance.talk.ToolCall;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that is to be looked at.
 *
 * @param urls its MCP endpoint; more than one for several instances that share their state
 * @param sse its endpoint of the transport of 2024-11-05, or null: then the usual place is tried
 * @param access who may come in
 * @param patience how long to wait for an answer
 * @param sessionTimeout after which time an unused session ends, if it is known and short
 * @param tools which of its tools have which role
 */
public record Server(
    List<URI> urls,
    URI sse,
    Access access,
    Duration patience,
    Optional<Duration> sessionTimeout,
    Map<Role, ToolCall> tools) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A server that is open to everybody. */
  public static Server at(URI url) {
    return new Server(List.of(url), null, Access.open(), PATIENCE, Optional.empty(), Map.of());
  }

  public Server by(Caller caller) {
    return with(
        new Access(caller, access.second(), access.login(), access.client(), access.document()));
  }

  public Server andBy(Caller caller) {
    return with(
        new Access(
            access.first(),
            Optional.ofNullable(caller),
            access.login(),
            access.client(),
            access.document()));
  }

  /** The same server, and another instance of it. */
  public Server alsoAt(URI url) {
    List<URI> all = new ArrayList<>(urls);
    all.add(url);
    return new Server(all, sse, access, patience, sessionTimeout, tools);
  }

  public Server sse(URI uri) {
    return new Server(urls, uri, access, patience, sessionTimeout, tools);
  }

  public Server patience(Duration other) {
    return new Server(urls, sse, access, other, sessionTimeout, tools);
  }

  public Server sessionTimeout(Duration timeout) {
    return new Server(urls, sse, access, patience, Optional.ofNullable(timeout), tools);
  }

  public Server tools(Map<Role, ToolCall> named) {
    return new Server(urls, sse, access, patience, sessionTimeout, named);
  }

  /** The same server, and a way through the pages of its authorization server. */
  public Server login(Login login) {
    return with(
        new Access(
            access.first(),
            access.second(),
            Optional.ofNullable(login),
            access.client(),
            access.document()));
  }

  /** The same server, whose authorization server knows this client; null for none. */
  public Server client(KnownClient known) {
    return with(
        new Access(
            access.first(),
            access.second(),
            access.login(),
            Optional.ofNullable(known),
            access.document()));
  }

  /** The same server, and where a client describes itself; null for nowhere. */
  public Server document(URI published) {
    return with(
        new Access(
            access.first(),
            access.second(),
            access.login(),
            access.client(),
            Optional.ofNullable(published)));
  }

  private Server with(Access other) {
    return new Server(urls, sse, other, patience, sessionTimeout, tools);
  }

  public Caller first() {
    return access.first();
  }

  public Optional<Caller> second() {
    return access.second();
  }

  public Optional<Login> login() {
    return access.login();
  }

  public Optional<KnownClient> client() {
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

  /** Whether it is on this machine. */
  public boolean isLocal() {
    String host = String.valueOf(url().getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** What reports must not show. */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(first().secrets());
    second().ifPresent(caller -> secrets.addAll(caller.secrets()));
    client().map(KnownClient::secret).ifPresent(secrets::add);
    return secrets;
  }
}
