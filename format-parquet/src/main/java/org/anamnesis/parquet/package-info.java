/**
 * Tables as Apache Parquet files, written without a library: parquet-java needs 26 MB of jars, 0.85
 * s for the first small file and 1.7 µs a row (docs/decisions), against the start-up and speed that
 * this program promises. Writing needs a small part of the format only, the part that every reader
 * knows: one page format, dictionaries, run lengths. Tests read the files back with other programs.
 *
 * <p>Sources: Apache Parquet format 2.10 (parquet.thrift, Encodings.md, LogicalTypes.md) and the
 * Thrift compact protocol.
 */
package org.anamnesis.parquet;
