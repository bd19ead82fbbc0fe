package io.everythingmcp.server.tenant;

import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.TextTruncation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tenant. Immutable; a change is a new record.
 *
 * @param id id in paths and keys: lowercase letters, digits and hyphens
 * @param name name of its server
 * @param version version of its server
 * @param instructions instructions for models; null for none: the default ones may name missing
 *     features
 * @param features selected features
 * @param quota limits
 * @param tokens its static tokens
 * @param subjects subjects of verified tokens that belong to it: a subject, or {@code
 *     issuer|subject} if several issuers are accepted
 */
public record Tenant(
    String id,
    String name,
    String version,
    String instructions,
    Features features,
    Quota quota,
    List<Token> tokens,
    List<String> subjects) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int SHOWN = 8;

  /** Tenants that were stored by earlier versions have no subjects. */
  public Tenant {
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
  }

  /** Whether a text can be the id of a tenant. */
  public static boolean wellFormed(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * Names and URIs of features; null for all.
   *
   * @param resources URIs and URI templates
   */
  public record Features(List<String> tools, List<String> resources, List<String> prompts) {
    /** All there are. */
    public static final Features ALL = new Features(null, null, null);
  }

  /**
   * Limits of a tenant.
   *
   * @param sessions maximum number of sessions; 0 for the server's limit
   * @param requests a rate, such as {@code 1000/1m}; null for none
   * @param streams maximum number of open streams per instance; 0 for no limit
   */
  public record Quota(int sessions, String requests, int streams) {
    /** No limits. */
    public static final Quota NONE = new Quota(0, null, 0);
  }

  /**
   * Stored token.
   *
   * @param hash its SHA-256
   * @param hint its first eight characters, which several tokens may share
   * @param name its name, unique within the tenant
   */
  public record Token(String hash, String hint, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final int DIGITS = 16;

    /** Tokens that were stored by earlier versions get the default name. */
    public Token {
      name = name == null ? named(hash) : name;
    }

    /** Creates a token with the name of {@link #nameOf}. */
    public static Token of(String secret) {
      return of(null, secret);
    }

    /**
     * Creates a token.
     *
     * @param name its name; null for the name of {@link #nameOf}
     * @throws IllegalArgumentException if the name is invalid
     */
    public static Token of(String name, String secret) {
      if (name != null && !NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "The name of a token is \""
                + name
                + "\"; it must have 1 to 63 of A-Z a-z 0-9 . _ -, "
                + "the first of them a letter or a digit");
      }
      return new Token(
          SecureIds.digest(secret),
          TextTruncation.beginning(secret, Math.min(SHOWN, secret.length() / 2)),
          name);
    }

    /**
     * Returns the name of a token without a configured name. It discloses nothing about the token.
     */
    public static String nameOf(String secret) {
      return named(SecureIds.digest(secret));
    }

    /** Returns the default name of a token. */
    public static String nameOf(Token token) {
      return named(token.hash());
    }

    private static String named(String hash) {
      return "token-" + TextTruncation.beginning(hash, DIGITS);
    }
  }

  /** With one token more. */
  public Tenant with(Token token) {
    if (tokens.stream().anyMatch(old -> old.hash().equals(token.hash()))) {
      return this;
    }
    if (tokens.stream().anyMatch(old -> old.name().equals(token.name()))) {
      throw new IllegalArgumentException("Duplicate token name: " + token.name() + " already");
    }
    List<Token> more = new ArrayList<>(tokens);
    more.add(token);
    return withTokens(more);
  }

  /** Returns a copy without a token. */
  public Tenant without(Token gone) {
    return withTokens(tokens.stream().filter(token -> !token.equals(gone)).toList());
  }

  /** With all of these tokens, too. */
  public Tenant withAll(List<Token> more) {
    Tenant now = this;
    for (Token token : more) {
      now = now.with(token);
    }
    return now;
  }

  /** With another id. */
  public Tenant called(String other) {
    return new Tenant(other, name, version, instructions, features, quota, tokens, subjects);
  }

  /** Returns a copy with a new definition: its version is incremented. */
  public Tenant redefined() {
    return new Tenant(
        id,
        name,
        Long.toString(Long.parseLong("0" + version.replaceAll("\\D.*", "")) + 1),
        instructions,
        features,
        quota,
        tokens,
        subjects);
  }

  /**
   * One that has everything and no bounds, and no tokens or subjects yet.
   *
   * @throws IllegalArgumentException if the id is invalid
   */
  public static Tenant named(String id) {
    if (!wellFormed(id)) {
      throw new IllegalArgumentException(
          "The id of a tenant is \"" + id + "\"; it must have 1 to 63 of a-z 0-9 -");
    }
    return new Tenant(id, id, "1", null, Features.ALL, Quota.NONE, List.of(), List.of());
  }

  /** With other tokens. */
  public Tenant withTokens(List<Token> others) {
    return new Tenant(
        id, name, version, instructions, features, quota, List.copyOf(others), subjects);
  }
}
