package io.everythingmcp.conformance.broken;

import java.util.Map;
import java.util.function.Predicate;

/** Faults of security checks. */
final class SecurityFaults {
  private SecurityFaults() {}

  static void add(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> evil =
        intercepted -> intercepted.header("Origin").contains("evil");
    all.put(
        "security/foreign-origin",
        ignoringOrigin(evil.and(intercepted -> intercepted.verb.equals("POST"))));
    all.put("security/foreign-origin-stream", ignoringOrigin(evil.and(StreamFaults::isGet)));
    all.put(
        "security/foreign-host",
        FaultKinds.request(
            intercepted -> intercepted.header("Host").contains("evil"),
            intercepted -> intercepted.headers.remove("Host")));
    all.put(
        "security/no-credentials-across-origins",
        FaultKinds.head(
            intercepted -> intercepted.verb.equals("OPTIONS"),
            head -> {
              head.set("Access-Control-Allow-Origin", "https://evil.example");
              head.set("Access-Control-Allow-Credentials", "true");
            }));
    all.put(
        "security/session-id-readable",
        FaultKinds.head(
            intercepted -> intercepted.is("initialize"),
            head -> {
              head.set("Access-Control-Allow-Origin", "*");
              head.headers.remove("Access-Control-Expose-Headers");
            }));
    all.put(
        "security/wrong-content-type",
        FaultKinds.request(
            intercepted -> intercepted.header("Content-Type").equals("text/plain"),
            intercepted -> intercepted.headers.put("Content-Type", "application/json")));
    all.put("security/wrong-method", FaultKinds.instead(a -> a.verb.equals("PUT"), 200, "{}"));
    all.put(
        "security/large-body", FaultKinds.instead(a -> a.body.length() > 20_000_000, 500, "{}"));
    all.put("security/deep-json", FaultKinds.instead(a -> a.body.contains("[[[[[["), 500, "{}"));
    all.put(
        "security/path-traversal",
        FaultKinds.success(
            intercepted -> intercepted.at("/params/uri").asText().endsWith("../etc/passwd"),
            "{'contents':[{'uri':'file:///etc/passwd','text':'root:x:0:0:root:/root:/bin/sh'}]}"));
  }

  /** Does not check the Origin of a request. */
  static ServerFault ignoringOrigin(Predicate<InterceptedRequest> when) {
    return FaultKinds.request(when, intercepted -> intercepted.headers.remove("Origin"));
  }
}
