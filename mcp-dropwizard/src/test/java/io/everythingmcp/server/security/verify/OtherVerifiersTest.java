package io.everythingmcp.server.security.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.PrincipalImpl;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.security.CompositeTokenVerifier;
import io.everythingmcp.server.wire.SecureIds;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys, custom authenticators, and several verifiers. */
class OtherVerifiersTest {

  @Test
  void apiKeyIsIdentifiedByItsDigest() {
    ApiKeyVerifier keys =
        new ApiKeyVerifier(
            List.of(
                ApiKeyVerifier.Key.plain("sesame"),
                new ApiKeyVerifier.Key(
                    SecureIds.digest("lesser").toUpperCase(Locale.ROOT),
                    "robot",
                    Set.of("mcp:read"),
                    Optional.of("t"))));
    CallerIdentity robot = ((VerificationResult.Accepted) keys.verify("lesser")).caller();
    assertThat(robot.ownerKey()).isEqualTo("t|api_key|robot");
    assertThat(robot.scopes()).containsExactly("mcp:read");
    CallerIdentity other = ((VerificationResult.Accepted) keys.verify("sesame")).caller();
    assertThat(other.scopes()).hasSize(3);
    assertThat(other.ownerKey()).doesNotContain("sesame");
    assertThat(keys.verify("")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(keys.verify("sesam")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(keys.verify(SecureIds.digest("sesame")))
        .isInstanceOf(VerificationResult.Rejected.class);
  }

  /** Accepts one credential. */
  public static final class CustomAuthenticator implements Authenticator<String, Principal> {
    @Override
    public Optional<Principal> authenticate(String word) throws AuthenticationException {
      return switch (word) {
        case "friend" -> Optional.of(new PrincipalImpl("gimli"));
        case "unknown-id" -> Optional.of(new PrincipalImpl(""));
        case "broken" -> throw new AuthenticationException("cannot ask for broken");
        case "buggy" -> throw new IllegalStateException("oops");
        default -> Optional.empty();
      };
    }
  }

  @Test
  void customAuthenticatorDecides() {
    CustomVerifier custom = CustomVerifier.named(CustomAuthenticator.class.getName());
    CallerIdentity gimli = ((VerificationResult.Accepted) custom.verify("friend")).caller();
    assertThat(gimli.ownerKey()).isEqualTo("|custom|gimli");
    assertThat(custom.verify("foe")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(custom.verify("unknown-id")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(custom.verify("broken")).isInstanceOf(VerificationResult.Unavailable.class);
    assertThat(custom.verify("buggy")).isInstanceOf(VerificationResult.Unavailable.class);
  }

  /** Requires a constructor argument. */
  public static final class CredentialAuthenticator implements Authenticator<String, Principal> {
    public CredentialAuthenticator(String something) {
      assertThat(something).isNotNull();
    }

    @Override
    public Optional<Principal> authenticate(String word) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.Missing, class path",
    "java.lang.String, Authenticator",
    "io.everythingmcp.server.security.verify.OtherVerifiersTest$CredentialAuthenticator,"
        + " constructor"
  })
  void invalidAuthenticatorIsExplained(String name, String why) {
    assertThatThrownBy(() -> CustomVerifier.named(name))
        .hasMessageContaining("AUTH_CUSTOM_CLASS")
        .hasMessageContaining(name)
        .hasMessageContaining(why);
  }

  private static VerificationResult accepted(String name) {
    return new CustomVerifier(word -> Optional.of(new PrincipalImpl(name))).verify("");
  }

  /** Records the verified credentials. */
  private record Fixed(VerificationResult verdict, String claimed, List<String> asked)
      implements TokenVerifier {
    @Override
    public VerificationResult verify(String credential) {
      asked.add(credential);
      return verdict;
    }

    @Override
    public boolean isResponsibleFor(String credential) {
      return credential.equals(claimed);
    }
  }

  @Test
  void verifiersAreTriedInOrderUnlessOneClaimsTheToken() {
    Fixed no = new Fixed(new VerificationResult.Rejected("no"), "mine", new ArrayList<>());
    Fixed away = new Fixed(new VerificationResult.Unavailable("", ""), null, new ArrayList<>());
    Fixed yes = new Fixed(accepted("x"), null, new ArrayList<>());
    assertThat(new CompositeTokenVerifier(List.of(no, away, yes)).verify("t"))
        .isEqualTo(yes.verdict());
    assertThat(new CompositeTokenVerifier(List.of(no, away)).verify("t")).isEqualTo(away.verdict());
    assertThat(new CompositeTokenVerifier(List.of(away, no)).verify("t")).isEqualTo(away.verdict());
    yes.asked().clear();
    assertThat(new CompositeTokenVerifier(List.of(yes, no)).verify("mine")).isEqualTo(no.verdict());
    assertThat(yes.asked()).isEmpty();
  }
}
