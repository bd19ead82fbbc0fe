package io.everythingmcp.conformance.fuzz;

import java.nio.charset.StandardCharsets;

/** Violation of a rule, with the exchange that reproduces it. */
record RuleViolation(String rule, long number, String sent, String received) {
  private static final int SHOWN = 3_000;

  static RuleViolation of(
      String rule, long number, MutableRequest mutableRequest, FuzzResponse answer, int port) {
    return new RuleViolation(
        rule,
        number,
        printable(mutableRequest.bytes(port)),
        answer.status() + " " + answer.headers() + "\n" + printable(answer.body()));
  }

  /** Returns a copy with the previous request of the same client and its connection. */
  RuleViolation after(RuleViolation before, String connection) {
    return new RuleViolation(
        rule,
        number,
        sent,
        received + "\n" + (before == null ? "" : before) + "Connection:\n" + connection);
  }

  /** Returns the kind of the violation; one violation per kind is reported. */
  String kind() {
    return rule + received.split(" ", 2)[0];
  }

  private static String printable(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "… (" + bytes.length + " bytes)";
  }

  @Override
  public String toString() {
    return "Rule: "
        + rule
        + "\nRequest "
        + number
        + ":\n"
        + sent
        + "\n--- Answer: "
        + received
        + "\n";
  }
}
