package io.everythingmcp.conformance.harness;

import java.util.List;
import java.util.regex.Pattern;

/** Finds secrets in logs. The log of every process is checked when it is closed. */
final class SecretsInLogs {
  private static final Pattern SECRET =
      Pattern.compile(
          "\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{4,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY"
              + "|\\bBearer [\\w.~+/-]{12,}"
              + "|(?:access_token|refresh_token|id_token|client_secret|code_verifier|[&?]code)"
              + "[\"']?\\s*[=:]\\s*[\"']?[\\w.~-]{12,}",
          Pattern.CASE_INSENSITIVE);

  private SecretsInLogs() {}

  /** Returns the lines that contain a secret. */
  static List<String> in(List<String> lines) {
    return lines.stream().filter(line -> SECRET.matcher(line).find()).toList();
  }
}
