package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Lifetimes of the authorization server. */
public class LifetimeConfiguration {
  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration request = Duration.minutes(10);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 10, unit = TimeUnit.MINUTES)
  private Duration code = Duration.minutes(10);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration accessToken = Duration.hours(1);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration refreshToken = Duration.days(7);

  @NotNull
  @MaxDuration(value = 1, unit = TimeUnit.MINUTES)
  private Duration refreshReuse = Duration.seconds(0);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration client = Duration.days(30);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration consent = Duration.days(30);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration login = Duration.hours(8);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration key = Duration.days(30);

  /** Lifetime of a pending authorization request. */
  @JsonProperty
  public Duration getAuthorizationRequest() {
    return request;
  }

  @JsonProperty
  public void setAuthorizationRequest(Duration request) {
    this.request = request;
  }

  /** Lifetime of an authorization code; at most 10 minutes. */
  @JsonProperty
  public Duration getAuthorizationCode() {
    return code;
  }

  @JsonProperty
  public void setAuthorizationCode(Duration code) {
    this.code = code;
  }

  /** Lifetime of an access token. */
  @JsonProperty
  public Duration getAccessToken() {
    return accessToken;
  }

  @JsonProperty
  public void setAccessToken(Duration accessToken) {
    this.accessToken = accessToken;
  }

  /** Lifetime of a refresh token and its grant, from the last refresh. */
  @JsonProperty
  public Duration getRefreshToken() {
    return refreshToken;
  }

  @JsonProperty
  public void setRefreshToken(Duration refreshToken) {
    this.refreshToken = refreshToken;
  }

  /** Period in which a repeated refresh request gets the same response; at most one minute. */
  @JsonProperty
  public Duration getRefreshReuse() {
    return refreshReuse;
  }

  @JsonProperty
  public void setRefreshReuse(Duration refreshReuse) {
    this.refreshReuse = refreshReuse;
  }

  /** Lifetime of a dynamic registration, from its last use. */
  @JsonProperty
  public Duration getClientRegistration() {
    return client;
  }

  @JsonProperty
  public void setClientRegistration(Duration client) {
    this.client = client;
  }

  /** Lifetime of a consent, from its last use. */
  @JsonProperty
  public Duration getConsent() {
    return consent;
  }

  @JsonProperty
  public void setConsent(Duration consent) {
    this.consent = consent;
  }

  /** Lifetime of the sign-in of a browser. */
  @JsonProperty
  public Duration getBrowserLogin() {
    return login;
  }

  @JsonProperty
  public void setBrowserLogin(Duration login) {
    this.login = login;
  }

  /** Time for which a key signs; it verifies until the tokens signed with it have expired. */
  @JsonProperty
  public Duration getSigningKey() {
    return key;
  }

  @JsonProperty
  public void setSigningKey(Duration key) {
    this.key = key;
  }
}
