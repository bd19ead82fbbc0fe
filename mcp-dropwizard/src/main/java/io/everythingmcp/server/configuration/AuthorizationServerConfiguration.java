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

  /** What access tokens look like. */
  @JsonProperty
  public Format getAccessTokenFormat() {
    return accessTokenFormat;
  }

  @JsonProperty
  public void setAccessTokenFormat(Format accessTokenFormat) {
    this.accessTokenFormat = accessTokenFormat;
  }

  /** Whether clients may register themselves. */
  @JsonProperty
  public OnOffSetting getRegistration() {
    return registration;
  }

  @JsonProperty
  public void setRegistration(OnOffSetting registration) {
    this.registration = registration;
  }

  /** How many registrations there may be that no person has let in yet. */
  @JsonProperty
  public int getMaxPendingRegistrations() {
    return maxPendingRegistrations;
  }

  @JsonProperty
  public void setMaxPendingRegistrations(int maxPendingRegistrations) {
    this.maxPendingRegistrations = maxPendingRegistrations;
  }

  /**
   * A secret of 32 characters or more, which encrypts keys and upstream tokens in the store; empty
   * for one that is kept there.
   */
  @JsonProperty
  public String getEncryptionKey() {
    return encryptionKey;
  }

  @JsonProperty
  public void setEncryptionKey(String encryptionKey) {
    this.encryptionKey = encryptionKey;
  }

  /** Further resources that tokens can be asked for, beside this server. */
  @JsonProperty
  public List<String> getResources() {
    return resources;
  }

  @JsonProperty
  public void setResources(List<String> resources) {
    this.resources = resources;
  }

  /** Clients that are known beforehand. */
  @JsonProperty
  public List<ClientEntry> getClients() {
    return clients;
  }

  @JsonProperty
  public void setClients(List<ClientEntry> clients) {
    this.clients = clients;
  }

  /** Further URI schemes of applications to which people may be sent back. */
  @JsonProperty
  public List<String> getRedirectSchemes() {
    return redirectSchemes;
  }

  @JsonProperty
  public void setRedirectSchemes(List<String> redirectSchemes) {
    this.redirectSchemes = redirectSchemes;
  }

  /** Further scopes, and better descriptions of those of tools: what each allows. */
  @JsonProperty
  public Map<String, String> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(Map<String, String> scopes) {
    this.scopes = scopes;
  }

  /** Who may log in, and who may give a client which scope. */
  @JsonProperty
  public AccessConfiguration getAccess() {
    return access;
  }

  @JsonProperty
  public void setAccess(AccessConfiguration access) {
    this.access = access;
  }

  /**
   * For what a consent is remembered that somebody gave to a client without a secret on their own
   * machine, where any program can claim to be that client.
   */
  @JsonProperty
  public LocalConsent getLocalConsent() {
    return localConsent;
  }

  @JsonProperty
  public void setLocalConsent(LocalConsent localConsent) {
    this.localConsent = localConsent;
  }

  /** Whom the fake identity provider offers; empty for the usual four. */
  @JsonProperty
  public List<FakeUserEntry> getFakeUsers() {
    return fakeUsers;
  }

  @JsonProperty
  public void setFakeUsers(List<FakeUserEntry> fakeUsers) {
    this.fakeUsers = fakeUsers;
  }

  /** How long things live. */
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

  /** Where people log in, in the mode oauth2. */
  @JsonProperty
  public UpstreamConfiguration getUpstream() {
    return upstream;
  }

  @JsonProperty
  public void setUpstream(UpstreamConfiguration upstream) {
    this.upstream = upstream;
  }

  /** For what a consent to a client on a person's machine is remembered. */
  public enum LocalConsent {
    /** For nothing: the person is asked each time. */
    ASK,
    /** For the same address, its port included. */
    SAME_ADDRESS,
    /** For the same address with any port. */
    ANY_PORT
  }

  /** What access tokens look like. */
  public enum Format {
    /** Signed; others can verify them by themselves. */
    JWT,
    /** They say nothing. */
    OPAQUE
  }
}
