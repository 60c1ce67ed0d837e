/**
 * A reference population: a weighted table of people that can be filtered, reweighted, summarised
 * and moved by facts. The built-in one is the synthetic census of the United States.
 */
package org.anamnesis.population;
