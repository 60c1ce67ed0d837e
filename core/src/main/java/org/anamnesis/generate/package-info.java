/**
 * Makes people: engines that learn a weighted table and redraw it, derived columns, and the cohort
 * as a stream of blocks.
 *
 * <p>Patient i depends on the seed and on i alone, never on threads, blocks or other patients.
 */
package org.anamnesis.generate;
