package io.everythingmcp.check.run;

/** Which revisions the server of a run serves. */
public enum RunEras {
  BOTH,
  /** Up to 2025-11-25. */
  LEGACY,
  /** From 2026-07-28 on. */
  MODERN
}
