/** The page and the HTTP API: thin doors to the use cases of {@code converse}. */
package org.anamnesis.server;
