package io.everythingmcp.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.limit.Rate;
import jakarta.validation.constraints.NotNull;

/** How often somebody may do something, each written like {@code 300/5s}, or {@code off}. */
public class RateConfiguration {
  @NotNull private Rate requests = Rate.OFF;

  @NotNull private Rate token = Rate.parse("300/5s");

  @NotNull private Rate register = Rate.parse("60/1m");

  @NotNull private Rate login = Rate.parse("200/1m");

  @NotNull private Rate pages = Rate.parse("200/1m");

  @NotNull private Rate failed = Rate.parse("200/1m");

  @NotNull private Rate guesses = Rate.parse("100/1m");

  /**
   * Requests to the endpoints of the protocol, per caller, or per address where nobody is known.
   */
  @JsonProperty
  public Rate getRequests() {
    return requests;
  }

  @JsonProperty
  public void setRequests(Rate requests) {
    this.requests = requests;
  }

  /** Requests to the token endpoint, per address. */
  @JsonProperty
  public Rate getToken() {
    return token;
  }

  @JsonProperty
  public void setToken(Rate token) {
    this.token = token;
  }

  /** Registrations of clients, per address. */
  @JsonProperty
  public Rate getRegister() {
    return register;
  }

  @JsonProperty
  public void setRegister(Rate register) {
    this.register = register;
  }

  /** Attempts to log in, per address. */
  @JsonProperty
  public Rate getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(Rate login) {
    this.login = login;
  }

  /** Pages of the authorization server that people come by when they log in, per address. */
  @JsonProperty
  public Rate getPages() {
    return pages;
  }

  @JsonProperty
  public void setPages(Rate pages) {
    this.pages = pages;
  }

  /** Requests for these pages that fail before a person is involved, per address. */
  @JsonProperty
  public Rate getFailed() {
    return failed;
  }

  @JsonProperty
  public void setFailed(Rate failed) {
    this.failed = failed;
  }

  /** Wrong credentials of those that could be guessed, per address. */
  @JsonProperty
  public Rate getGuesses() {
    return guesses;
  }

  @JsonProperty
  public void setGuesses(Rate guesses) {
    this.guesses = guesses;
  }
}
