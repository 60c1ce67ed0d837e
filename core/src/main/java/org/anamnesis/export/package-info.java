/**
 * From a cohort to files. Writing never changes a patient, and a file appears whole or not at all.
 */
package org.anamnesis.export;
