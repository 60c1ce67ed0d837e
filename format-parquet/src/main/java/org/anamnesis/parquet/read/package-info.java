/**
 * Reads other people's Parquet files as comma-separated text, page by page. Every length in a file
 * may be anybody's: it is checked against what the file holds before memory is taken.
 */
package org.anamnesis.parquet.read;
