package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.limit.RequestRate;
import jakarta.validation.constraints.NotNull;

/** Rate limits, in the format {@code 300/5s}, or {@code off}. */
public class RateConfiguration {
  @NotNull private RequestRate requests = RequestRate.OFF;

  @NotNull private RequestRate token = RequestRate.parse("300/5s");

  @NotNull private RequestRate register = RequestRate.parse("60/1m");

  @NotNull private RequestRate login = RequestRate.parse("200/1m");

  @NotNull private RequestRate pages = RequestRate.parse("200/1m");

  @NotNull private RequestRate failed = RequestRate.parse("200/1m");

  @NotNull private RequestRate guesses = RequestRate.parse("100/1m");

  /**
   * Rate limit per caller, or per address of anonymous callers: {@code 1000/15m}. Each request
   * costs three Redis commands.
   */
  @JsonProperty
  public RequestRate getRequests() {
    return requests;
  }

  @JsonProperty
  public void setRequests(RequestRate requests) {
    this.requests = requests;
  }

  /** Rate limit of requests to the token endpoint, per address. */
  @JsonProperty
  public RequestRate getToken() {
    return token;
  }

  @JsonProperty
  public void setToken(RequestRate token) {
    this.token = token;
  }

  /** Rate limit of client registrations, per address. */
  @JsonProperty
  public RequestRate getRegister() {
    return register;
  }

  @JsonProperty
  public void setRegister(RequestRate register) {
    this.register = register;
  }

  /** Rate limit of sign-ins, per address. */
  @JsonProperty
  public RequestRate getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(RequestRate login) {
    this.login = login;
  }

  /** Rate limit of requests for pages of the sign-in, per address. */
  @JsonProperty
  public RequestRate getPages() {
    return pages;
  }

  @JsonProperty
  public void setPages(RequestRate pages) {
    this.pages = pages;
  }

  /** Rate limit of failed requests for pages of the sign-in, per address. */
  @JsonProperty
  public RequestRate getFailed() {
    return failed;
  }

  @JsonProperty
  public void setFailed(RequestRate failed) {
    this.failed = failed;
  }

  /** Rate limit of wrong credentials of guessable kinds, per address. */
  @JsonProperty
  public RequestRate getGuesses() {
    return guesses;
  }

  @JsonProperty
  public void setGuesses(RequestRate guesses) {
    this.guesses = guesses;
  }
}
