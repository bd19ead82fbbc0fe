package io.everythingmcp.idp.page;

/**
 * The model of the error page.
 *
 * @param title in a few words
 * @param reason what is wrong, and what to do
 */
public record ErrorPageModel(String title, String reason) {}
