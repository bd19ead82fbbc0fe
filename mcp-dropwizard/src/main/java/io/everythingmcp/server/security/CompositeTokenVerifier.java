package io.everythingmcp.server.security;

import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Combines several verifiers. A verifier that is responsible for a token decides alone; otherwise
 * all are tried in order, and the first that accepts it decides. So a token is passed to no more
 * parties than necessary.
 */
public final class CompositeTokenVerifier implements TokenVerifier {
  private final List<TokenVerifier> verifiers;

  /**
   * All of them.
   *
   * @param verifiers the main one first
   */
  public CompositeTokenVerifier(List<TokenVerifier> verifiers) {
    this.verifiers = List.copyOf(verifiers);
  }

  @Override
  public VerificationResult verify(String credential) {
    return decide(credential, verifier -> verifier.verify(credential));
  }

  @Override
  public VerificationResult again(String credential) {
    return decide(credential, verifier -> verifier.again(credential));
  }

  private VerificationResult decide(
      String credential, Function<TokenVerifier, VerificationResult> verification) {
    return verifiers.stream()
        .filter(verifier -> verifier.isResponsibleFor(credential))
        .findFirst()
        .map(verification)
        .orElseGet(() -> verifyWithEach(verification));
  }

  private VerificationResult verifyWithEach(
      Function<TokenVerifier, VerificationResult> verification) {
    VerificationResult result = null;
    for (TokenVerifier verifier : verifiers) {
      VerificationResult verdict = verification.apply(verifier);
      if (verdict instanceof VerificationResult.Accepted) {
        return verdict;
      }
      if (result == null
          || (verdict instanceof VerificationResult.Unavailable && !isUnavailable(result))) {
        result = verdict;
      }
    }
    return result;
  }

  private static boolean isUnavailable(VerificationResult verdict) {
    return verdict instanceof VerificationResult.Unavailable;
  }

  /** Unavailable only if all verifiers are unavailable. */
  @Override
  public Optional<VerificationResult.Unavailable> unavailability() {
    List<Optional<VerificationResult.Unavailable>> all =
        verifiers.stream().map(TokenVerifier::unavailability).toList();
    return all.stream().allMatch(Optional::isPresent) ? all.get(0) : Optional.empty();
  }

  @Override
  public boolean isResponsibleFor(String credential) {
    return verifiers.stream().anyMatch(verifier -> verifier.isResponsibleFor(credential));
  }
}
