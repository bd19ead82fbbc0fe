package io.everythingmcp.server.security.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.security.CompositeTokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Cache of accepted tokens, for requests and for open streams. */
class CachingTokenVerifierTest {
  private static final Duration GOOD = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(20);

  private final AdjustableClock clock = new AdjustableClock();
  private final AtomicInteger verifications = new AtomicInteger();
  private final AtomicReference<VerificationResult> currentResult =
      new AtomicReference<>(new VerificationResult.Accepted(CallerIdentity.anonymous("bearer")));
  private final TokenVerifier countingVerifier =
      credential -> {
        verifications.incrementAndGet();
        return currentResult.get();
      };
  private final TokenVerifier verifier =
      new CompositeTokenVerifier(
          List.of(new CachingTokenVerifier(countingVerifier, GOOD, Duration.ofSeconds(5), clock)));

  @Test
  void openStreamEndsWithinAMinuteOfARevocation() {
    for (int offset = 0; offset < 20; offset++) {
      currentResult.set(new VerificationResult.Accepted(CallerIdentity.anonymous("bearer")));
      clock.move(Duration.ofMinutes(10));
      assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Accepted.class);
      currentResult.set(new VerificationResult.Rejected("revoked"));
      Instant revoked = clock.instant();
      clock.move(Duration.ofSeconds(offset));
      while (verifier.again("token") instanceof VerificationResult.Accepted) {
        clock.move(LOOK);
      }
      assertThat(Duration.between(revoked, clock.instant())).isLessThanOrEqualTo(GOOD);
    }
  }

  @Test
  void cachedResultServesRequestsAndVerificationRenewsIt() {
    verifier.verify("token");
    clock.move(Duration.ofSeconds(59));
    verifier.verify("token");
    assertThat(verifications).hasValue(1);
    verifier.again("token");
    assertThat(verifications).hasValue(2);
    clock.move(Duration.ofSeconds(29));
    verifier.again("token");
    verifier.verify("token");
    assertThat(verifications).hasValue(2);
  }

  @Test
  void verificationOfStreamsUpdatesTheCache() {
    verifier.verify("token");
    clock.move(Duration.ofSeconds(31));
    currentResult.set(new VerificationResult.Rejected("revoked"));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Accepted.class);
    assertThat(verifier.again("token")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Rejected.class);
  }
}
