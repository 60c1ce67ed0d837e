/** What the server keeps, in SQLite or PostgreSQL. */
package org.anamnesis.server.store;
