package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.configuration.access.AccessConfiguration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/** The authorization server of this jar, in this process or as the command {@code auth-server}. */
public class AuthorizationServerConfiguration {
  @NotNull private Format accessTokenFormat = Format.JWT;

  @NotNull private OnOffSetting registration = OnOffSetting.ON;

  @Min(1)
  private int maxPendingRegistrations = 10_000;

  @Min(1)
  private int maxPendingAuthorizations = 10_000;

  @NotNull private String encryptionKey = "";

  @NotNull private List<String> resources = List.of();

  @Valid @NotNull private List<ClientEntry> clients = List.of();

  @NotNull private List<String> redirectSchemes = List.of();

  @NotNull private Map<String, String> scopes = Map.of();

  @Valid @NotNull private AccessConfiguration access = new AccessConfiguration();

  @NotNull private LocalConsent localConsent = LocalConsent.SAME_ADDRESS;

  @Valid @NotNull private List<FakeUserEntry> fakeUsers = List.of();

  @Valid @NotNull private LifetimeConfiguration lifetimes = new LifetimeConfiguration();

  @Valid @NotNull
  private MetadataDocumentConfiguration metadataDocuments = new MetadataDocumentConfiguration();

  @Valid @NotNull private UpstreamConfiguration upstream = new UpstreamConfiguration();

  /**
   * Access tokens of the built-in authorization server ({@code
   * docs/operate/authorization-server.md}): {@code jwt} or {@code opaque}.
   */
  @JsonProperty
  public Format getAccessTokenFormat() {
    return accessTokenFormat;
  }

  @JsonProperty
  public void setAccessTokenFormat(Format accessTokenFormat) {
    this.accessTokenFormat = accessTokenFormat;
  }

  /** Enables dynamic client registration. */
  @JsonProperty
  public OnOffSetting getRegistration() {
    return registration;
  }

  @JsonProperty
  public void setRegistration(OnOffSetting registration) {
    this.registration = registration;
  }

  /**
   * Maximum number of registrations without a completed sign-in; when it is exceeded, the earliest
   * is removed.
   */
  @JsonProperty
  public int getMaxPendingRegistrations() {
    return maxPendingRegistrations;
  }

  @JsonProperty
  public void setMaxPendingRegistrations(int maxPendingRegistrations) {
    this.maxPendingRegistrations = maxPendingRegistrations;
  }

  /**
   * Maximum number of pending authorization requests, from {@code /authorize} to the end of the
   * sign-in, and of pushed authorization requests; when it is exceeded, the earliest is removed.
   */
  @JsonProperty
  public int getMaxPendingAuthorizations() {
    return maxPendingAuthorizations;
  }

  @JsonProperty
  public void setMaxPendingAuthorizations(int maxPendingAuthorizations) {
    this.maxPendingAuthorizations = maxPendingAuthorizations;
  }

  /**
   * Secret of at least 32 characters that encrypts signing keys and upstream tokens in the store;
   * if empty, a random key is stored next to them.
   */
  @JsonProperty
  public String getEncryptionKey() {
    return encryptionKey;
  }

  @JsonProperty
  public void setEncryptionKey(String encryptionKey) {
    this.encryptionKey = encryptionKey;
  }

  /** Additional resources for which tokens can be requested. */
  @JsonProperty
  public List<String> getResources() {
    return resources;
  }

  @JsonProperty
  public void setResources(List<String> resources) {
    this.resources = resources;
  }

  /**
   * Pre-registered clients. Required: {@code id}, {@code redirectUris}. Optional: {@code name},
   * {@code secret}, {@code tokenEndpointAuthMethod}, {@code grantTypes}, {@code scopes}, {@code
   * jwks}, {@code jwksUri}.
   */
  @JsonProperty
  public List<ClientEntry> getClients() {
    return clients;
  }

  @JsonProperty
  public void setClients(List<ClientEntry> clients) {
    this.clients = clients;
  }

  /** Additional custom URI schemes for redirect URIs. */
  @JsonProperty
  public List<String> getRedirectSchemes() {
    return redirectSchemes;
  }

  @JsonProperty
  public void setRedirectSchemes(List<String> redirectSchemes) {
    this.redirectSchemes = redirectSchemes;
  }

  /** Descriptions of tool scopes for the consent page; additional scopes can be declared here. */
  @JsonProperty
  public Map<String, String> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(Map<String, String> scopes) {
    this.scopes = scopes;
  }

  /** Access rules: users who may log in, and scopes that they may grant. */
  @JsonProperty
  public AccessConfiguration getAccess() {
    return access;
  }

  @JsonProperty
  public void setAccess(AccessConfiguration access) {
    this.access = access;
  }

  /**
   * Reuse of a stored consent for public clients with a loopback redirect URI: {@code same_address}
   * (same port), {@code any_port}, {@code ask} (never).
   */
  @JsonProperty
  public LocalConsent getLocalConsent() {
    return localConsent;
  }

  @JsonProperty
  public void setLocalConsent(LocalConsent localConsent) {
    this.localConsent = localConsent;
  }

  /**
   * Users of the fake identity provider: {@code id}, {@code name}, {@code email}; none configured:
   * alice, bob, carol, dave.
   */
  @JsonProperty
  public List<FakeUserEntry> getFakeUsers() {
    return fakeUsers;
  }

  @JsonProperty
  public void setFakeUsers(List<FakeUserEntry> fakeUsers) {
    this.fakeUsers = fakeUsers;
  }

  /** Lifetimes. */
  @JsonProperty
  public LifetimeConfiguration getLifetimes() {
    return lifetimes;
  }

  @JsonProperty
  public void setLifetimes(LifetimeConfiguration lifetimes) {
    this.lifetimes = lifetimes;
  }

  /** Documents about clients. */
  @JsonProperty
  public MetadataDocumentConfiguration getMetadataDocuments() {
    return metadataDocuments;
  }

  @JsonProperty
  public void setMetadataDocuments(MetadataDocumentConfiguration metadataDocuments) {
    this.metadataDocuments = metadataDocuments;
  }

  /** Identity provider in the mode oauth2. */
  @JsonProperty
  public UpstreamConfiguration getUpstream() {
    return upstream;
  }

  @JsonProperty
  public void setUpstream(UpstreamConfiguration upstream) {
    this.upstream = upstream;
  }

  /** Rule for which redirect URIs a consent to a native client is stored. */
  public enum LocalConsent {
    /** None: consent is required each time. */
    ASK,
    /** For the same address, its port included. */
    SAME_ADDRESS,
    /** For the same address with any port. */
    ANY_PORT
  }

  /** Format of access tokens. */
  public enum Format {
    /** Signed; others can verify them by themselves. */
    JWT,
    /** Opaque tokens. */
    OPAQUE
  }
}
