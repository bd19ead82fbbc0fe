package io.everythingmcp.server.auth;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several ways to verify a bearer token. The one that claims a token decides about it alone;
 * otherwise all are asked in their order, and the first that accepts it decides. So a token is
 * shown to no more parties than necessary.
 */
public final class FirstOf implements TokenVerifier {
  private final List<TokenVerifier> verifiers;

  /**
   * All of them.
   *
   * @param verifiers the main one first
   */
  public FirstOf(List<TokenVerifier> verifiers) {
    this.verifiers = List.copyOf(verifiers);
  }

  @Override
  public Verdict verify(String credential) {
    return decide(credential, verifier -> verifier.verify(credential));
  }

  @Override
  public Verdict again(String credential) {
    return decide(credential, verifier -> verifier.again(credential));
  }

  private Verdict decide(String credential, Function<TokenVerifier, Verdict> ask) {
    return verifiers.stream()
        .filter(verifier -> verifier.claims(credential))
        .findFirst()
        .map(ask)
        .orElseGet(() -> askAll(ask));
  }

  private Verdict askAll(Function<TokenVerifier, Verdict> ask) {
    Verdict answer = null;
    for (TokenVerifier verifier : verifiers) {
      Verdict verdict = ask.apply(verifier);
      if (verdict instanceof Verdict.Accepted) {
        return verdict;
      }
      if (answer == null || (verdict instanceof Verdict.Unavailable && !unsure(answer))) {
        answer = verdict;
      }
    }
    return answer;
  }

  private static boolean unsure(Verdict verdict) {
    return verdict instanceof Verdict.Unavailable;
  }

  /** Only when nobody gives credentials there is no use in asking for one. */
  @Override
  public Optional<Verdict.Unavailable> away() {
    List<Optional<Verdict.Unavailable>> all = verifiers.stream().map(TokenVerifier::away).toList();
    return all.stream().allMatch(Optional::isPresent) ? all.get(0) : Optional.empty();
  }

  @Override
  public boolean claims(String credential) {
    return verifiers.stream().anyMatch(verifier -> verifier.claims(credential));
  }
}
