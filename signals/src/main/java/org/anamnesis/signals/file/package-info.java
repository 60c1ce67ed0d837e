/** File formats of signals and images: WFDB, EDF+, DICOM, NIfTI. */
package org.anamnesis.signals.file;
