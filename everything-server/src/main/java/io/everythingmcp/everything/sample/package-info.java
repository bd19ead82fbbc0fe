/**
 * Sample values that several features of this server return: a tiny image, a tiny sound, the
 * weather of three cities.
 *
 * <p>Who may use it: the features of this server. What it may use: the library's API and the SDK's
 * schema types.
 */
package io.everythingmcp.everything.sample;
