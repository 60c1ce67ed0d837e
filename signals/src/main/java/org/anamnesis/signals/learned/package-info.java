/**
 * Recordings as rows: the mean beat of a stretch of ECG, the spectra of a stretch of EEG, coded by
 * a few numbers that any engine can learn, and the way back.
 */
package org.anamnesis.signals.learned;
