/** What comes in by HTTP and goes out again: guards, the page, the API. */
package org.anamnesis.server.web;
