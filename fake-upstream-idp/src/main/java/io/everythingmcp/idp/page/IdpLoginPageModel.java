package io.everythingmcp.idp.page;

import java.util.List;
import java.util.Map;

/**
 * What the login page shows.
 *
 * @param action where the form goes
 * @param client the application that asks
 * @param back where people go afterwards
 * @param hidden what the form brings back
 * @param people to choose from
 * @param selected the subject of one of them, or {@code new}
 * @param name what was entered for somebody new
 * @param email the same
 * @param problems what is wrong, by field: user, name, email
 */
public record IdpLoginPageModel(
    String action,
    String client,
    String back,
    Map<String, String> hidden,
    List<LoginPageUser> people,
    String selected,
    String name,
    String email,
    Map<String, String> problems) {}
