package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;

/** Where the rules are written. */
public final class SpecificationLinks {
  private static final String SITE = "https://modelcontextprotocol.io/specification/";

  /** Revision 2025-11-25. */
  public static final String R2025 = SITE + "2025-11-25/";

  /** Revision 2026-07-28. */
  public static final String R2026 = SITE + "2026-07-28/";

  public static final String TRANSPORTS = R2025 + "basic/transports#";
  public static final String LIFECYCLE = R2025 + "basic/lifecycle#";
  public static final String MESSAGES = R2025 + "basic#";
  public static final String PROGRESS = R2025 + "basic/utilities/progress#";
  public static final String CANCELLATION = R2025 + "basic/utilities/cancellation#";
  public static final String TASKS = R2025 + "basic/utilities/tasks#";
  public static final String TOOLS = R2025 + "server/tools#";
  public static final String RESOURCES = R2025 + "server/resources#";
  public static final String PROMPTS = R2025 + "server/prompts#";
  public static final String PAGINATION = R2025 + "server/utilities/pagination#";
  public static final String LOGGING = R2025 + "server/utilities/logging#";
  public static final String COMPLETION = R2025 + "server/utilities/completion#";
  public static final String BATCHES = SITE + "2025-03-26/basic#";
  public static final String HTTP_SSE = SITE + "2024-11-05/basic/transports#";

  public static final String STATELESS = R2026 + "basic#";
  public static final String STATELESS_HTTP = R2026 + "basic/transports/streamable-http#";
  public static final String VERSIONING = R2026 + "basic/versioning#";
  public static final String DISCOVER = R2026 + "server/discover#";
  public static final String ROUNDS = R2026 + "basic/patterns/mrtr#";
  public static final String LISTENING = R2026 + "basic/patterns/subscriptions#";
  public static final String CACHING = R2026 + "server/utilities/caching#";
  public static final String REQUEST_LOGGING = R2026 + "server/utilities/logging#";
  public static final String TASKS_EXTENSION =
      "https://github.com/modelcontextprotocol/ext-tasks/blob/main/specification/2026-07-28/tasks.md#";

  public static final String AUTHORIZATION = R2026 + "basic/authorization#";
  public static final String AUTH_DISCOVERY =
      R2026 + "basic/authorization/authorization-server-discovery#";
  public static final String AUTH_SECURITY = R2026 + "basic/authorization/security-considerations#";
  public static final String REGISTRATION = R2026 + "basic/authorization/client-registration#";

  private SpecificationLinks() {}

  /** The address under which the pages of a revision are. */
  static String of(SpecRevision revision) {
    return SITE + revision.text() + "/";
  }
}
