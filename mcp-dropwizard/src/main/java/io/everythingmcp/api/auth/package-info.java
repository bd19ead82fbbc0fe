/**
 * Verification of credentials: {@link io.everythingmcp.api.auth.TokenVerifier} decides, and the
 * result is a {@link io.everythingmcp.api.auth.VerificationResult}.
 */
@NullMarked
package io.everythingmcp.api.auth;

import org.jspecify.annotations.NullMarked;
