package io.everythingmcp.server.security.verify;

import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.auth.CallerPrincipal;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delegates to a custom Dropwizard {@code Authenticator} for the bearer token. A principal that is
 * not a {@link CallerPrincipal} gets all scopes.
 *
 * @see <a href="https://www.dropwizard.io/en/stable/manual/auth.html#authenticators">Dropwizard,
 *     authenticators</a>
 */
public final class CustomVerifier implements TokenVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(CustomVerifier.class);
  private static final Set<String> ALL =
      Set.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN);

  private final Authenticator<String, ? extends Principal> authenticator;

  public CustomVerifier(Authenticator<String, ? extends Principal> authenticator) {
    this.authenticator = authenticator;
  }

  /**
   * The verifier with the class of this name.
   *
   * @throws IllegalArgumentException if the class is missing or is not an {@code Authenticator}
   */
  @SuppressWarnings("unchecked")
  public static CustomVerifier named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "auth.customClass (AUTH_CUSTOM_CLASS) is empty; with auth.mode custom it must name a"
              + " class that implements io.dropwizard.auth.Authenticator");
    }
    try {
      Object made = Class.forName(name).getConstructor().newInstance();
      if (made instanceof Authenticator<?, ?> authenticator) {
        return new CustomVerifier((Authenticator<String, ? extends Principal>) authenticator);
      }
      throw wrong(name, "it must implement io.dropwizard.auth.Authenticator", null);
    } catch (ClassNotFoundException e) {
      throw wrong(
          name,
          "the class is not on the class path; start the server with java -cp and both jars, that"
              + " of the server and that of the class",
          e);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw wrong(name, "it must have a public constructor without parameters", e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw wrong(name, "its constructor failed: " + cause(e), e);
    }
  }

  private static Throwable cause(Throwable e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private static IllegalArgumentException wrong(String name, String why, Throwable cause) {
    return new IllegalArgumentException(
        "auth.customClass (AUTH_CUSTOM_CLASS) is '" + name + "'; " + why, cause);
  }

  @Override
  public VerificationResult verify(String credential) {
    try {
      return authenticator
          .authenticate(credential)
          .map(CustomVerifier::caller)
          .filter(caller -> !caller.subject().orElse("").isEmpty())
          .<VerificationResult>map(VerificationResult.Accepted::new)
          .orElseGet(() -> new VerificationResult.Rejected("Unknown access token"));
    } catch (AuthenticationException | RuntimeException e) {
      String what = e.toString().replace(credential, "(the token)");
      LOG.warn("{} could not verify the credential: {}", authenticator.getClass().getName(), what);
      return new VerificationResult.Unavailable(
          "", "The authenticator of this server failed; see its log");
    }
  }

  private static CallerIdentity caller(Principal principal) {
    return principal instanceof CallerPrincipal known
        ? known.caller()
        : new CallerIdentity(
            "bearer",
            Optional.of("custom"),
            Optional.of(principal.getName()),
            Optional.empty(),
            ALL,
            Optional.empty(),
            Optional.empty(),
            Map.of());
  }
}
