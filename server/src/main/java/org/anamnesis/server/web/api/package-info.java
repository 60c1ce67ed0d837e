/** The HTTP API: endpoints that are declared once, for the server and for its OpenAPI document. */
package org.anamnesis.server.web.api;
