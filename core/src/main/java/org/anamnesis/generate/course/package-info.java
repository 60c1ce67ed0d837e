/**
 * The history of a patient: visits, onsets, drugs and values before the index visit, in which it
 * ends.
 */
package org.anamnesis.generate.course;
