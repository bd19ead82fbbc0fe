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

  /** Requests to the MCP endpoints, per caller, or per address without authentication. */
  @JsonProperty
  public RequestRate getRequests() {
    return requests;
  }

  @JsonProperty
  public void setRequests(RequestRate requests) {
    this.requests = requests;
  }

  /** Requests to the token endpoint, per address. */
  @JsonProperty
  public RequestRate getToken() {
    return token;
  }

  @JsonProperty
  public void setToken(RequestRate token) {
    this.token = token;
  }

  /** Registrations of clients, per address. */
  @JsonProperty
  public RequestRate getRegister() {
    return register;
  }

  @JsonProperty
  public void setRegister(RequestRate register) {
    this.register = register;
  }

  /** Attempts to log in, per address. */
  @JsonProperty
  public RequestRate getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(RequestRate login) {
    this.login = login;
  }

  /** Pages of the authorization server during the login, per address. */
  @JsonProperty
  public RequestRate getPages() {
    return pages;
  }

  @JsonProperty
  public void setPages(RequestRate pages) {
    this.pages = pages;
  }

  /** Requests for these pages that fail before a user is involved, per address. */
  @JsonProperty
  public RequestRate getFailed() {
    return failed;
  }

  @JsonProperty
  public void setFailed(RequestRate failed) {
    this.failed = failed;
  }

  /** Wrong credentials of those that could be guessed, per address. */
  @JsonProperty
  public RequestRate getGuesses() {
    return guesses;
  }

  @JsonProperty
  public void setGuesses(RequestRate guesses) {
    this.guesses = guesses;
  }
}
