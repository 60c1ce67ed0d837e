/**
 * How a specification is met: which people are learned from, with which weights, which columns are
 * drawn, derived, moved by facts or drawn alone, and why. Every choice can be explained line by
 * line.
 */
package org.anamnesis.plan;
