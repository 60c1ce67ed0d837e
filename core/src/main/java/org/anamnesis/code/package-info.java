/**
 * Concepts, code systems and the vocabulary: which words mean which condition, observation or
 * medication.
 *
 * <p>Only codes and words; figures live in {@code evidence}, units and limits in {@code measure},
 * joined by id.
 */
package org.anamnesis.code;
