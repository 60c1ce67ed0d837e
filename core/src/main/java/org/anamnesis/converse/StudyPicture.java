package org.anamnesis.converse;

/**
 * A picture of one recording or image of a sample.
 *
 * @param kind {@code ecg}, {@code eeg}, {@code ct}
 * @param type {@code image/svg+xml} or {@code image/png}
 * @param bytes the picture
 * @param reading the report of what it shows
 */
@SuppressWarnings("ArrayRecordComponent") // a file in memory, never compared
public record StudyPicture(String kind, String type, byte[] bytes, String reading) {}
