/**
 * What a run found out, for people: one page of HTML that needs no network and no script, the list
 * of sources, and five lines for the terminal.
 *
 * <p>Writes what it is given and works out no figure of its own. No clock: the same evaluation
 * makes the same bytes.
 */
package org.anamnesis.report;
