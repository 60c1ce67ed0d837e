package org.anamnesis.signals.file;

import java.io.IOException;

/** A file is not DICOM, is damaged, or is DICOM of a kind that is not read; the message says so. */
public final class DicomException extends IOException {
    private static final long serialVersionUID = 1L;

    public DicomException(String message) {
        super(message);
    }
}
