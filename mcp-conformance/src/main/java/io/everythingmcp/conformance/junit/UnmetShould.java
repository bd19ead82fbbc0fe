package io.everythingmcp.conformance.junit;

/**
 * The effect of a SHOULD that a server does not follow. A server may have valid reasons for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2119#section-3">RFC 2119, section 3</a>
 */
public enum UnmetShould {
  /** The test passes; what was expected and the exchange become a report entry of the test. */
  REPORT,
  /** The test is aborted, which test reports count as skipped, with the exchange. */
  ABORT,
  /** The test fails. */
  FAIL
}
