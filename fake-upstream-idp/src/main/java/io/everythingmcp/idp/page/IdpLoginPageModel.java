package io.everythingmcp.idp.page;

import java.util.List;
import java.util.Map;

/**
 * The model of the login page.
 *
 * @param action the path to which the form is submitted
 * @param client the client_id of the application
 * @param back the origin of the redirect URI
 * @param hidden the hidden fields of the form
 * @param users the users to choose from
 * @param selected the subject of the selected user, or {@code new}
 * @param name the name that was entered for a new user
 * @param email the e-mail address that was entered for a new user
 * @param problems the error message of each invalid field: user, name, email
 */
public record IdpLoginPageModel(
    String action,
    String client,
    String back,
    Map<String, String> hidden,
    List<LoginPageUser> users,
    String selected,
    String name,
    String email,
    Map<String, String> problems) {}
