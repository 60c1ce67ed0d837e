/** Electrocardiograms: what one shows, and its trace. */
package org.anamnesis.signals.ecg;
