package io.everythingmcp.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The authorization server of this jar, in this process or as the command {@code auth-server}. */
public class AuthorizationServerConfiguration {
  @NotNull private Format accessTokenFormat = Format.JWT;

  @NotNull private Toggle registration = Toggle.ON;

  @Min(1)
  private int waitingClients = 10_000;

  @NotNull private String encryptionKey = "";

  @NotNull private List<String> resources = List.of();

  @Valid @NotNull private List<ClientEntry> clients = List.of();

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
  public Toggle getRegistration() {
    return registration;
  }

  @JsonProperty
  public void setRegistration(Toggle registration) {
    this.registration = registration;
  }

  /** How many registrations there may be that no person has let in yet. */
  @JsonProperty
  public int getWaitingClients() {
    return waitingClients;
  }

  @JsonProperty
  public void setWaitingClients(int waitingClients) {
    this.waitingClients = waitingClients;
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

  /** What access tokens look like. */
  public enum Format {
    /** Signed; others can verify them by themselves. */
    JWT,
    /** They say nothing. */
    OPAQUE
  }
}
