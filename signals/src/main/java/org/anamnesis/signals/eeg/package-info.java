/** Electroencephalograms: what one shows, and its traces. */
package org.anamnesis.signals.eeg;
