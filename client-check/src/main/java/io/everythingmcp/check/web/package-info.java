/** The pages and the HTTP interface of the client check. */
package io.everythingmcp.check.web;
