/** The client check, seen from outside: good and bad clients, and those who read its reports. */
package io.everythingmcp.conformance.check;
