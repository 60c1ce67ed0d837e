/**
 * From a cohort to files. Writing never changes a patient, and a folder appears whole or not at
 * all.
 *
 * <p>Tables are defined once: a {@code RowMaker} turns a block of patients into the {@link
 * org.anamnesis.export.Rows} of one {@link org.anamnesis.export.TableSchema}, and a format is a
 * {@link org.anamnesis.export.TableWriter} of such rows. {@link org.anamnesis.export.Exporters}
 * feeds several formats at once, {@link org.anamnesis.export.Publisher} makes the folder appear.
 */
package org.anamnesis.export;
