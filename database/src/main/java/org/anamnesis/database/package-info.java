/**
 * Databases that OMOP tables are loaded into. A module of its own, for its drivers are large: the
 * launcher fetches them when a database is first asked for.
 */
package org.anamnesis.database;
