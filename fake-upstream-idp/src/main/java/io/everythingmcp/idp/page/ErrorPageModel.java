package io.everythingmcp.idp.page;

/**
 * What the error page says.
 *
 * @param title in a few words
 * @param reason what is wrong, and what to do
 */
public record ErrorPageModel(String title, String reason) {}
