/**
 * Facts from published sources and survey tables: each figure with unit, population, stratum,
 * source and confidence.
 *
 * <p>No citation, no fact: what has none is an assumption and is labelled so by whoever makes it.
 */
package org.anamnesis.evidence;
